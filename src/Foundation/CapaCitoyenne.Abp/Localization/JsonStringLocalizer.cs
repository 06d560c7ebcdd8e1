using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Localization;

/// <summary>Texts of the registered resources, read once from the embedded JSON files; culture → its parent → the resource's default.</summary>
internal sealed class JsonStringLocalizerFactory(IOptions<AbpLocalizationOptions> options) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<string, IStringLocalizer> _localizers = new();
    private readonly ConcurrentDictionary<Type, IStringLocalizer> _bySource = new();

    public IStringLocalizer Create(Type resourceSource) => _bySource.GetOrAdd(resourceSource, source => _localizers.GetOrAdd(
        LocalizationResourceNameAttribute.GetName(source), key => new JsonStringLocalizer(options.Value.Resources.GetValueOrDefault(key))));

    public IStringLocalizer Create(string baseName, string location) => _localizers.GetOrAdd(baseName, _ => new JsonStringLocalizer(null));
}

internal sealed class JsonStringLocalizer(LocalizationResource? resource) : IStringLocalizer
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _texts = new();

    public LocalizedString this[string name]
    {
        get
        {
            var text = Find(name);
            return new LocalizedString(name, text ?? name, resourceNotFound: text is null);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Find(name);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text ?? name, arguments), resourceNotFound: text is null);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
        => Texts(CultureInfo.CurrentUICulture.Name).Select(pair => new LocalizedString(pair.Key, pair.Value));

    private string? Find(string name)
    {
        if (resource is null)
        {
            return null;
        }

        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Texts(culture.Name).TryGetValue(name, out var text))
            {
                return text;
            }
        }

        return Texts(resource.DefaultCultureName).GetValueOrDefault(name);
    }

    private IReadOnlyDictionary<string, string> Texts(string culture) => _texts.GetOrAdd(culture, Read);

    private IReadOnlyDictionary<string, string> Read(string culture)
    {
        var assembly = resource!.ResourceType.Assembly;
        var ending = $"{resource.VirtualPath!.Replace('/', '.')}.{culture}.json";
        var file = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            return new Dictionary<string, string>();
        }

        using var stream = assembly.GetManifestResourceStream(file)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("texts").EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
    }
}

/// <summary>Marks the foundation's own texts.</summary>
[LocalizationResourceName("Abp")]
internal sealed class AbpResource;
