using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.EventEmitters;
using YamlDotNet.Serialization.NamingConventions;

namespace CapaCitoyenne.Sites.Imports.Markdown;

/// <summary>How the archive writes what is no text. Unknown names are passed over, so that older versions read newer archives.</summary>
internal static class ArchiveYaml
{
    private static readonly string[] DayFormat = ["yyyy-MM-dd"];
    private static readonly string[] TimeFormat = ["HH:mm:ss"];

    public static string Write(object value) => new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithNewLine("\n")
        .WithEventEmitter(next => new ExactText(next))
        .WithTypeConverter(new DateOnlyConverter(formats: DayFormat)).WithTypeConverter(new TimeOnlyConverter(formats: TimeFormat))
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections | DefaultValuesHandling.OmitDefaults).Build().Serialize(value);

    /// <exception cref="BusinessException">ImportFileUnreadable, with the line.</exception>
    public static T Read<T>(string yaml) where T : new()
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithTypeConverter(new DateOnlyConverter(formats: DayFormat)).WithTypeConverter(new TimeOnlyConverter(formats: TimeFormat))
                .IgnoreUnmatchedProperties().Build().Deserialize<T>(yaml) ?? new T();
        }
        catch (Exception exception) when (exception is YamlException or FormatException)
        {
            throw new BusinessException(SitesTransferErrorCodes.ImportFileUnreadable, innerException: exception).WithData("Line", (exception as YamlException)?.Start.Line ?? 1);
        }
    }

    /// <summary>Text that YAML would fold, or take for nothing, stands in quotation marks.</summary>
    private sealed class ExactText(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && (text.Any(char.IsControl) || text.ToUpperInvariant() is "" or "NULL" or "~")) eventInfo.Style = ScalarStyle.DoubleQuoted;
            base.Emit(eventInfo, emitter);
        }
    }
}
