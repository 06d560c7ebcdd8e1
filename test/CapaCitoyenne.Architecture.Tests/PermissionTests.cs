using System.Reflection;
using CapaCitoyenne.Abp.Application.Services;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Architecture.Tests;

public sealed class PermissionTests
{
    public static IEnumerable<Assembly> ModuleAssemblies => Repository.Modules.Select(module => Assembly.Load($"CapaCitoyenne.{module}"));

    [Fact]
    public void Every_method_on_HTTP_says_who_may_call_it()
    {
        var open = ModuleAssemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IApplicationService).IsAssignableFrom(type) && !IsIntegration(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).Select(method => (type, method)))
            .Where(pair => !Says(pair.type) && !Says(pair.method))
            .Select(pair => $"{pair.type.Name}.{pair.method.Name}");
        open.ShouldBeEmpty("Each needs [Authorize(permission)] or [AllowAnonymous].");
    }

    [Fact]
    public void A_service_that_is_open_as_a_whole_has_no_method_that_asks_for_a_permission()
    {
        // MVC lets AllowAnonymous on the class win over Authorize on the method, silently.
        var silenced = ModuleAssemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && (typeof(IApplicationService).IsAssignableFrom(type) || typeof(Microsoft.AspNetCore.Mvc.ControllerBase).IsAssignableFrom(type)))
            .Where(type => type.IsDefined(typeof(AllowAnonymousAttribute)))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => method.IsDefined(typeof(AuthorizeAttribute))))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
        silenced.ShouldBeEmpty("Put [AllowAnonymous] on each open method instead.");
    }

    private static bool IsIntegration(Type type) => type.GetInterfaces().Append(type).Any(t => t.IsDefined(typeof(IntegrationServiceAttribute)));

    private static bool Says(MemberInfo member) => member.IsDefined(typeof(AuthorizeAttribute)) || member.IsDefined(typeof(AllowAnonymousAttribute));
}
