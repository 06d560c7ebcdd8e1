namespace CapaCitoyenne.Abp.DependencyInjection;

/// <summary>
/// An interface that is resolved as a collection (<c>IEnumerable&lt;ITaskCheck&gt;</c>): each class that has it is registered under it,
/// whatever its name. ABP gathers such classes in options lists; here the interface says it once.
/// </summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class CollectedServiceAttribute : Attribute;
