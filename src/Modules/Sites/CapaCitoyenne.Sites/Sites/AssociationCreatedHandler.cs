using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>A new space gets its site at once.</summary>
internal sealed class AssociationCreatedHandler(StarterSite starterSite) : ILocalEventHandler<AssociationCreatedEvent>, ITransientDependency
{
    public Task HandleEventAsync(AssociationCreatedEvent eventData) => starterSite.CreateAsync(eventData);
}
