namespace CapaCitoyenne.Abp.Guids;

public interface IGuidGenerator
{
    /// <summary>A new UUID version 7 (RFC 9562): ids of one process sort by creation, which keeps indexes dense.</summary>
    Guid Create();
}
