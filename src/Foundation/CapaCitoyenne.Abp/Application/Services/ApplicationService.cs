using CapaCitoyenne.Abp.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Abp.Application.Services;

/// <summary>Base of the use cases: loads, calls the domain, saves, maps. Served by HTTP by convention.</summary>
public abstract class ApplicationService : IApplicationService, ILazyServiceProviderAccessor
{
    private IStringLocalizer? _localizer;

    /// <summary>Set by the container right after construction.</summary>
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

    /// <summary>The resource behind <see cref="L"/>; set in the module's own base class.</summary>
    protected Type? LocalizationResource { get; set; }

    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();

    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();

    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();

    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();

    protected IAsyncQueryableExecuter AsyncExecuter => LazyServiceProvider.LazyGetRequiredService<IAsyncQueryableExecuter>();

    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();

    protected IUnitOfWork? CurrentUnitOfWork => UnitOfWorkManager.Current;

    protected ISettingProvider SettingProvider => LazyServiceProvider.LazyGetRequiredService<ISettingProvider>();

    protected ILogger Logger => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>().CreateLogger(GetType());

    protected IStringLocalizer L => _localizer ??= LazyServiceProvider.LazyGetRequiredService<IStringLocalizerFactory>()
        .Create(LocalizationResource ?? throw new AbpException($"{GetType().Name} has no LocalizationResource."));

    /// <exception cref="AbpAuthorizationException">The user does not hold the permission in the current tenant.</exception>
    protected async Task CheckPolicyAsync(string policyName)
    {
        if (!await IsGrantedAsync(policyName))
        {
            throw new AbpAuthorizationException($"Policy {policyName} is not met.", CurrentUser.IsAuthenticated ? AbpErrorCodes.NotAllowed : AbpErrorCodes.NotSignedIn);
        }
    }

    protected Task<bool> IsGrantedAsync(string policyName) => LazyServiceProvider.LazyGetRequiredService<IPermissionChecker>().IsGrantedAsync(policyName);
}
