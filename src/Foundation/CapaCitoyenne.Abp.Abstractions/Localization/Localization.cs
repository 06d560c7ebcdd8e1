using System.Reflection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Abp.Localization;

/// <summary>The short name under which a resource's texts are known.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LocalizationResourceNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static string GetName(Type resourceType)
        => resourceType.GetCustomAttribute<LocalizationResourceNameAttribute>()?.Name ?? resourceType.FullName!;
}

public interface ILocalizableString
{
    LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory);
}

/// <summary>A text that is looked up when it is shown, in the culture of that moment.</summary>
public sealed class LocalizableString(Type resourceType, string name) : ILocalizableString
{
    public string Name { get; } = name;

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory) => stringLocalizerFactory.Create(resourceType)[Name];

    public static LocalizableString Create<TResource>(string name) => new(typeof(TResource), name);
}

/// <summary>
/// The texts of the modules: JSON files embedded in the resource's assembly, one a culture
/// (<c>Localization/Mailing/fr.json</c>: <c>{ "culture": "fr", "texts": { … } }</c>).
/// </summary>
public sealed class AbpLocalizationOptions
{
    public LocalizationResourceDictionary Resources { get; } = new();

    /// <summary>The cultures of the interface, the first being the default.</summary>
    public List<string> Languages { get; } = ["fr", "en"];
}

public sealed class LocalizationResourceDictionary : Dictionary<string, LocalizationResource>
{
    public LocalizationResource Add<TResource>(string defaultCultureName = "fr")
    {
        var resource = new LocalizationResource(typeof(TResource), defaultCultureName);
        this[resource.ResourceName] = resource;
        return resource;
    }

    public LocalizationResource Get<TResource>() => this[LocalizationResourceNameAttribute.GetName(typeof(TResource))];
}

public sealed class LocalizationResource(Type resourceType, string defaultCultureName)
{
    public Type ResourceType { get; } = resourceType;

    public string ResourceName { get; } = LocalizationResourceNameAttribute.GetName(resourceType);

    public string DefaultCultureName { get; } = defaultCultureName;

    /// <summary>The folder of the embedded files, as ABP writes it: <c>/Localization/Mailing</c>.</summary>
    public string? VirtualPath { get; private set; }

    public LocalizationResource AddVirtualJson(string virtualPath)
    {
        VirtualPath = virtualPath;
        return this;
    }
}

/// <summary>Which resource holds the texts of which error codes: the part before the colon is the namespace.</summary>
public sealed class AbpExceptionLocalizationOptions
{
    public Dictionary<string, Type> ErrorCodeNamespaceMappings { get; } = [];

    public void MapCodeNamespace(string errorCodeNamespace, Type resourceType) => ErrorCodeNamespaceMappings[errorCodeNamespace] = resourceType;
}
