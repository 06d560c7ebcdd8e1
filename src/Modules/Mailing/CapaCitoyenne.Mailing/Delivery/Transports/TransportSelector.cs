using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>The transport of the configuration, and the one that an earlier attempt went through.</summary>
internal sealed class TransportSelector(IEnumerable<IBulkMailTransport> transports, IOptions<MailOptions> options) : ITransientDependency
{
    public IBulkMailTransport Current => Get(options.Value.Provider.ToString());

    public IBulkMailTransport Get(string name) => transports.FirstOrDefault(t => t.Provider.ToString() == name)
        ?? throw new AbpException($"There is no mail transport {name}.");
}
