using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Webhooks;

namespace CapaCitoyenne.Mailing.Tests.Delivery.Model;

/// <summary>The address book is not part of the model.</summary>
internal sealed class NoReturnedMail : IReturnedMailRepository
{
    public Task SuppressAsync(IReadOnlyCollection<Guid> contactIds, SuppressionReason reason, DateTime now, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task WithdrawAsync(IReadOnlyCollection<Guid> contactIds, DateTime now, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<List<Guid>> CountSoftBouncesAsync(IReadOnlyCollection<SoftBounceNews> news, DateTime now, CancellationToken cancellationToken = default) => Task.FromResult<List<Guid>>([]);

    public Task ForgetSoftBouncesAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SuppressOnHubAsync(IReadOnlyCollection<string> emails, DateTime now, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
