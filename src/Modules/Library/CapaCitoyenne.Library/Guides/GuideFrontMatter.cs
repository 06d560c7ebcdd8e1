using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CapaCitoyenne.Library.Search;

namespace CapaCitoyenne.Library.Guides;

/// <summary>The fields of a guide's front matter. Unknown fields are refused: a typing error must not lose what was written.</summary>
internal static partial class GuideFrontMatter
{
    private static readonly Dictionary<string, GuideKind> Kinds = new()
    {
        ["methode"] = GuideKind.Method,
        ["method"] = GuideKind.Method,
        ["outil"] = GuideKind.Tool,
        ["tool"] = GuideKind.Tool,
        ["action menee"] = GuideKind.ActionReport,
        ["actionreport"] = GuideKind.ActionReport,
        ["modele"] = GuideKind.Template,
        ["template"] = GuideKind.Template,
        ["liste de controle"] = GuideKind.Checklist,
        ["checklist"] = GuideKind.Checklist,
    };

    private static readonly Dictionary<string, GuideDifficulty> Difficulties = new()
    {
        ["facile"] = GuideDifficulty.Easy,
        ["easy"] = GuideDifficulty.Easy,
        ["moyenne"] = GuideDifficulty.Medium,
        ["medium"] = GuideDifficulty.Medium,
        ["avancee"] = GuideDifficulty.Advanced,
        ["advanced"] = GuideDifficulty.Advanced,
    };

    private static readonly Dictionary<string, AdaptationKind> Adaptations = new()
    {
        ["adapte"] = AdaptationKind.Adapted,
        ["adapted"] = AdaptationKind.Adapted,
        ["traduit"] = AdaptationKind.Translated,
        ["translated"] = AdaptationKind.Translated,
        ["extrait"] = AdaptationKind.Extract,
        ["extract"] = AdaptationKind.Extract,
    };

    public static void Apply(GuideFile input, FrontMatterField field)
    {
        var card = input.Card ??= new GuideCardDto();
        var source = input.Source;
        switch (FrenchText.Fold(field.Name))
        {
            case "titre" or "title": input.Title = field.Text.Trim(); break;
            case "objectif" or "aim": input.Aim = Short(field, GuideConsts.MaxAimLength); break;
            case "type" or "kind": input.Kind = Choose(field, Kinds) ?? input.Kind; break;
            case "langue" or "language" or "lang": input.Language = Short(field, GuideConsts.MaxLanguageLength); break;
            case "licence" or "license": input.Licence = Short(field, GuideConsts.MaxLicenceLength); break;
            case "auteur" or "author": input.AuthorName = Short(field, GuideConsts.MaxNameLength); break;
            case "relire avant" or "review by": input.ReviewBy = Day(field); break;
            case "themes": input.Themes = Few(field, GuideConsts.MaxThemes).ConvertAll(FrenchText.Fold); break;
            case "etiquettes" or "tags": input.Tags = Few(field, GuideConsts.MaxTags); break;
            case "participants" or "audience": (card.AudienceMin, card.AudienceMax) = Range(field); break;
            case "duree" or "duration": card.DurationMinutes = Minutes(field); break;
            case "difficulte" or "difficulty": card.Difficulty = Choose(field, Difficulties); break;
            case "cout" or "cost": card.CostEuros = Euros(field); break;
            case "materiel" or "material": card.Material = Lines(field); break;
            case "deroule" or "steps": card.Steps = Lines(field).ConvertAll(Step); break;
            case "variantes" or "variants": card.Variants = Lines(field); break;
            case "pieges" or "pitfalls": card.Pitfalls = Lines(field); break;
            case "source": source.Slug = Short(field, GuideConsts.MaxSlugLength); break;
            case "version de la source" or "source revision": source.Revision = field.IsEmpty ? null : Number(field, field.Text); break;
            case "licence de la source" or "source licence": source.Licence = Short(field, GuideConsts.MaxLicenceLength); break;
            case "adaptation": source.Kind = Choose(field, Adaptations) ?? source.Kind; break;
            case "attribution": source.Attribution = Short(field, GuideConsts.MaxMessageLength); break;
            default: throw Wrong(field);
        }
    }

    public static void Write(StringBuilder file, GuideDto guide)
    {
        var card = guide.Card;
        Value(file, "titre", guide.Title);
        Value(file, "objectif", guide.Aim);
        Value(file, "type", Kinds.First(kind => kind.Value == guide.Kind).Key);
        Value(file, "langue", guide.Language);
        Value(file, "licence", guide.Licence);
        Value(file, "auteur", guide.AuthorName);
        Value(file, "relire avant", guide.ReviewBy?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        List(file, "thèmes", guide.Themes);
        List(file, "étiquettes", guide.Tags);
        Value(file, "participants", card switch
        {
            { AudienceMin: { } min, AudienceMax: { } max } => Invariant($"{min} à {max}"),
            { AudienceMin: { } min } => Invariant($"{min}+"),
            { AudienceMax: { } max } => Invariant($"1 à {max}"),
            _ => "",
        });
        Value(file, "durée", card.DurationMinutes is { } minutes ? Invariant($"{minutes} min") : "");
        Value(file, "difficulté", card.Difficulty is { } difficulty ? Difficulties.First(one => one.Value == difficulty).Key : "");
        Value(file, "coût", card.CostEuros is { } euros ? Invariant($"{euros}") : "");
        List(file, "matériel", card.Material);
        List(file, "déroulé", card.Steps.Select(step => step.Minutes is { } time ? Invariant($"{step.Text} ({time} min)") : step.Text));
        List(file, "variantes", card.Variants);
        List(file, "pièges", card.Pitfalls);
        if (guide.Attributions is [var source, ..])
        {
            Value(file, "source", source.Path.Split('/')[^1]);
            Value(file, "version de la source", Invariant($"{source.Revision}"));
            Value(file, "licence de la source", source.Licence);
            Value(file, "adaptation", Adaptations.First(one => one.Value == source.Kind).Key);
            Value(file, "attribution", source.Text);
        }
    }

    private static void Value(StringBuilder file, string name, string value)
    {
        if (value.Length > 0)
        {
            file.Append(name).Append(": ").Append(Quoted(value)).Append('\n');
        }
    }

    private static void List(StringBuilder file, string name, IEnumerable<string> values)
    {
        var lines = values.ToList();
        if (lines.Count > 0)
        {
            file.Append(name).Append(":\n");
            lines.ForEach(line => file.Append("  - ").Append(Quoted(line)).Append('\n'));
        }
    }

    // Always between quotes: no text can then be read as something else.
    private static string Quoted(string text)
        => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal) + '"';

    /// <summary>Null when nothing stands there.</summary>
    private static T? Choose<T>(FrontMatterField field, Dictionary<string, T> choices) where T : struct
        => field.IsEmpty ? null : choices.TryGetValue(FrenchText.Fold(field.Text).Replace('-', ' '), out var choice) ? choice : throw Wrong(field);

    /// <inheritdoc cref="Choose"/>
    private static string? Short(FrontMatterField field, int length)
        => field.IsEmpty ? null : field.Text.Trim() is var text && text.Length <= length ? text : throw Wrong(field);

    private static DateOnly? Day(FrontMatterField field)
        => field.IsEmpty ? null : DateOnly.TryParseExact(field.Text.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(field);

    private static List<string> Few(FrontMatterField field, int count)
    {
        var items = field.Values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        return items.Count <= count && items.TrueForAll(item => item.Length <= GuideConsts.MaxTagLength) ? items : throw Wrong(field);
    }

    private static List<string> Lines(FrontMatterField field)
        => field.Values.Count <= GuideConsts.MaxCardLines && field.Values.TrueForAll(line => line.Length <= GuideConsts.MaxCardLineLength) ? field.Values : throw Wrong(field);

    private static (int? Min, int? Max) Range(FrontMatterField field)
    {
        if (field.IsEmpty)
        {
            return default;
        }

        var match = RangeOfPeople().Match(field.Text);
        if (!match.Success)
        {
            throw Wrong(field);
        }

        var min = Number(field, match.Groups["min"].Value);
        return (min, match.Groups["open"].Success ? null : match.Groups["max"].Success ? Number(field, match.Groups["max"].Value) : min);
    }

    // "2 h 30", "2h", "90 min", "90"
    private static int? Minutes(FrontMatterField field)
    {
        if (field.IsEmpty)
        {
            return null;
        }

        var match = Duration().Match(field.Text);
        long Part(string name) => match.Groups[name].Success ? Number(field, match.Groups[name].Value, min: 0) : 0;
        return match.Success && (60 * Part("hours")) + Part("minutes") is var minutes and > 0 and <= GuideConsts.MaxCardNumber ? (int)minutes : throw Wrong(field);
    }

    private static decimal? Euros(FrontMatterField field)
    {
        var text = field.Text.Replace("€", "", StringComparison.Ordinal).Replace(',', '.').Trim();
        return field.IsEmpty ? null
            : FrenchText.Fold(text) is "gratuit" or "free" ? 0
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros <= GuideConsts.MaxCostEuros ? euros : throw Wrong(field);
    }

    private static GuideStepDto Step(string line)
    {
        var match = TimedStep().Match(line);
        return match.Success && int.TryParse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? new GuideStepDto { Text = match.Groups["text"].Value, Minutes = minutes }
            : new GuideStepDto { Text = line };
    }

    private static int Number(FrontMatterField field, string digits, int min = 1)
        => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= GuideConsts.MaxCardNumber
            ? number
            : throw Wrong(field);

    private static BusinessException Wrong(FrontMatterField field) => GuideMarkdown.Invalid(field.Line, $"{field.Name}: {field.Text}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<min>\d+)(?:\s*(?:-|–|à|to)\s*(?<max>\d+)|(?<open>\s*\+))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RangeOfPeople();

    [GeneratedRegex(@"^\s*(?:(?<hours>\d+)\s*h)?\s*(?:(?<minutes>\d+)\s*(?:min|mn|m)?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(?<text>.*\S)\s*\(\s*(?<minutes>\d{1,5})\s*min\s*\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimedStep();
}
