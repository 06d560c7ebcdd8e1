using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>Every page shows the association's name, and the legal notice its address.</summary>
internal sealed class AssociationProfileChangedHandler(SiteManager siteManager) : IDistributedEventHandler<AssociationProfileChangedEto>, ITransientDependency
{
    public Task HandleEventAsync(AssociationProfileChangedEto eventData) => siteManager.ContentChangedAsync();
}
