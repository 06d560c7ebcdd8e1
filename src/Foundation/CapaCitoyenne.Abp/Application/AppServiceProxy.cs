using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CapaCitoyenne.Abp.Authorization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Application;

/// <summary>
/// The pipeline of an app service that is called through its interface (Razor page, job, test): permission, validation, unit of work.
/// By HTTP the MVC filters do the same. Stands in for ABP's Castle interceptors.
/// </summary>
public class AppServiceProxy : DispatchProxy
{
    private static readonly ConcurrentDictionary<(Type, MethodInfo), CallRules> Rules = new();
    private static readonly MethodInfo InvokeWithResult = typeof(AppServiceProxy).GetMethod(nameof(InvokeAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private object _target = default!;
    private IServiceProvider _provider = default!;

    internal static object Create(Type serviceType, object target, IServiceProvider provider)
    {
        var proxy = DispatchProxy.Create(serviceType, typeof(AppServiceProxy));
        ((AppServiceProxy)proxy)._target = target;
        ((AppServiceProxy)proxy)._provider = provider;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var rules = Rules.GetOrAdd((_target.GetType(), targetMethod!), key => new CallRules(key.Item1, key.Item2));
        return rules.ResultType is null
            ? rules.IsAsync ? RunAsync(rules, args ?? []) : Call(targetMethod!, args)
            : InvokeWithResult.MakeGenericMethod(rules.ResultType).Invoke(this, [rules, args ?? []]);
    }

    private async Task<TResult> InvokeAsync<TResult>(CallRules rules, object?[] args)
    {
        await CheckAsync(rules, args);
        await using var unitOfWork = Begin(rules);
        var result = await (Task<TResult>)Call(rules.Method, args)!;
        await CompleteAsync(unitOfWork);
        return result;
    }

    private async Task RunAsync(CallRules rules, object?[] args)
    {
        await CheckAsync(rules, args);
        await using var unitOfWork = Begin(rules);
        await (Task)Call(rules.Method, args)!;
        await CompleteAsync(unitOfWork);
    }

    private async Task CheckAsync(CallRules rules, object?[] args)
    {
        await AuthorizeAsync(rules);
        foreach (var argument in args)
        {
            Validate(argument);
        }
    }

    // Not asynchronous: what an asynchronous method makes ambient is gone when it returns.
    private IUnitOfWork? Begin(CallRules rules) => rules.UnitOfWork is { IsDisabled: true }
        ? null
        : _provider.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: rules.UnitOfWork?.IsTransactional ?? !rules.IsRead);

    private object? Call(MethodInfo method, object?[]? args) => method.Invoke(_target, BindingFlags.DoNotWrapExceptions, null, args, null);

    private static Task CompleteAsync(IUnitOfWork? unitOfWork) => unitOfWork?.CompleteAsync() ?? Task.CompletedTask;

    private async Task AuthorizeAsync(CallRules rules)
    {
        if (rules.Policies.Count == 0)
        {
            return;
        }

        // Roles and grants are rows; a job or a step at start may have no unit of work yet.
        await using var reading = _provider.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: false);
        var user = _provider.GetRequiredService<ICurrentUser>();
        var checker = _provider.GetRequiredService<IPermissionChecker>();
        foreach (var policy in rules.Policies)
        {
            if (!user.IsAuthenticated || policy.Length > 0 && !await checker.IsGrantedAsync(policy))
            {
                throw new AbpAuthorizationException(
                    $"{rules.Method.DeclaringType?.Name}.{rules.Method.Name} needs {policy}",
                    user.IsAuthenticated ? AbpErrorCodes.NotAllowed : AbpErrorCodes.NotSignedIn);
            }
        }
    }

    private static void Validate(object? argument)
    {
        if (argument is null || argument.GetType() is { } type && (type.IsPrimitive || type.Namespace == "System"))
        {
            return;
        }

        var results = new List<ValidationResult>();
        if (!Validator.TryValidateObject(argument, new ValidationContext(argument), results, validateAllProperties: true))
        {
            throw new AbpValidationException(results);
        }
    }

    private sealed class CallRules
    {
        public CallRules(Type implementation, MethodInfo interfaceMethod)
        {
            var map = implementation.GetInterfaceMap(interfaceMethod.DeclaringType!);
            Method = map.TargetMethods[Array.IndexOf(map.InterfaceMethods, interfaceMethod)];
            var returned = Method.ReturnType;
            IsAsync = typeof(Task).IsAssignableFrom(returned);
            ResultType = IsAsync && returned.IsGenericType ? returned.GetGenericArguments()[0] : null;
            IsRead = Method.Name.StartsWith("Get", StringComparison.Ordinal) || Method.Name.StartsWith("Find", StringComparison.Ordinal);
            UnitOfWork = Method.GetCustomAttribute<UnitOfWorkAttribute>() ?? implementation.GetCustomAttribute<UnitOfWorkAttribute>();
            var anonymous = Method.IsDefined(typeof(AllowAnonymousAttribute))
                || implementation.IsDefined(typeof(AllowAnonymousAttribute)) && !Method.IsDefined(typeof(AuthorizeAttribute));
            Policies = anonymous
                ? []
                : [.. implementation.GetCustomAttributes<AuthorizeAttribute>().Concat(Method.GetCustomAttributes<AuthorizeAttribute>()).Select(a => a.Policy ?? "")];
        }

        public MethodInfo Method { get; }

        public bool IsAsync { get; }

        public bool IsRead { get; }

        public Type? ResultType { get; }

        public UnitOfWorkAttribute? UnitOfWork { get; }

        public IReadOnlyList<string> Policies { get; }
    }
}
