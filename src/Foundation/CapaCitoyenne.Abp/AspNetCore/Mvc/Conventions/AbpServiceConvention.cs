using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

/// <summary>
/// ABP's route convention: <c>/api/{root}/{noun}[/{id}][/{action}]</c> in kebab-case, the HTTP method from the name's first word,
/// plain values from route or query, inputs from the body except for GET and DELETE.
/// </summary>
internal sealed partial class AbpServiceConvention(ConventionalControllerOptions options) : IApplicationModelConvention
{
    private static readonly (string Prefix, string Method)[] Verbs =
    [
        ("GetList", "GET"), ("GetAll", "GET"), ("Get", "GET"), ("Find", "GET"), ("Create", "POST"), ("Add", "POST"), ("Insert", "POST"), ("Post", "POST"),
        ("Update", "PUT"), ("Put", "PUT"), ("Delete", "DELETE"), ("Remove", "DELETE"), ("Patch", "PATCH"),
    ];

    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers)
        {
            if (options.Find(controller.ControllerType) is not { } setting)
            {
                // The few controllers written by hand stand in the API document too: what is not there escapes the isolation test.
                controller.ApiExplorer.IsVisible ??= typeof(AbpController).IsAssignableFrom(controller.ControllerType);
                continue;
            }

            var noun = SuffixOfService().Replace(controller.ControllerType.Name, "");
            controller.ControllerName = noun;
            controller.ApiExplorer.IsVisible = true;
            controller.ApiExplorer.GroupName = setting.RootPath;
            foreach (var action in controller.Actions)
            {
                Configure(action, $"api/{setting.RootPath}/{Kebab(noun)}");
            }

            controller.Selectors.Clear();
        }
    }

    private static void Configure(ActionModel action, string prefix)
    {
        var (method, name) = Split(action.ActionMethod.Name);
        action.ApiExplorer.IsVisible = true;
        var route = prefix;
        if (action.Parameters.Any(parameter => parameter.ParameterName == "id"))
        {
            route += "/{id}";
        }

        if (name.Length > 0)
        {
            route += "/" + Kebab(name);
        }

        // The attributes of class and method ([Authorize] above all) travel as metadata of the selectors that are replaced here.
        object[] metadata = [.. action.Controller.Selectors.Concat(action.Selectors).SelectMany(selector => selector.EndpointMetadata).Distinct()];
        var selector = new SelectorModel
        {
            AttributeRouteModel = new AttributeRouteModel { Template = route },
            ActionConstraints = { new HttpMethodActionConstraint([method]) },
            EndpointMetadata = { new Microsoft.AspNetCore.Routing.HttpMethodMetadata([method]) },
        };
        foreach (var item in metadata)
        {
            selector.EndpointMetadata.Add(item);
        }

        action.Selectors.Clear();
        action.Selectors.Add(selector);
        foreach (var parameter in action.Parameters.Where(parameter => parameter.BindingInfo is null))
        {
            parameter.BindingInfo = Binding(parameter, method);
        }
    }

    private static BindingInfo? Binding(ParameterModel parameter, string method)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken) || typeof(IFormFile).IsAssignableFrom(type))
        {
            return null;
        }

        var source = parameter.ParameterName == "id" ? BindingSource.Path
            : IsPlain(type) || method is "GET" or "DELETE" ? BindingSource.Query
            : BindingSource.Body;
        return new BindingInfo { BindingSource = source };
    }

    private static bool IsPlain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateTime) || type == typeof(DateOnly)
            || type == typeof(decimal);
    }

    internal static (string Method, string Action) Split(string methodName)
    {
        var name = methodName.EndsWith("Async", StringComparison.Ordinal) ? methodName[..^"Async".Length] : methodName;
        foreach (var (prefix, method) in Verbs)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || char.IsUpper(name[prefix.Length])))
            {
                return (method, name[prefix.Length..]);
            }
        }

        return ("POST", name);
    }

    private static string Kebab(string name) => WordBoundary().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(AppService|ApplicationService|IntegrationService)$", RegexOptions.None, 1000)]
    private static partial Regex SuffixOfService();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordBoundary();
}
