namespace CapaCitoyenne.Abp.Guids;

[ExposeServices(typeof(IGuidGenerator))]
internal sealed class Version7GuidGenerator : IGuidGenerator, ISingletonDependency
{
    public Guid Create() => Guid.CreateVersion7();
}
