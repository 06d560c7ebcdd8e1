using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CapaCitoyenne.Sites.Public;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>What is wrong with an answer; each is a text <c>Form:Error:…</c>.</summary>
internal enum FormAnswerError
{
    Missing,
    TickMissing,
    ChoiceMissing,
    Email,
    Phone,
    Date,
    Number,
    TooLong,
}

/// <summary>The answers to a form as they were sent, checked against its questions.</summary>
internal sealed class FormAnswers
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = [];

    public IReadOnlyDictionary<string, FormAnswerError> Errors { get; private set; } = new Dictionary<string, FormAnswerError>();

    /// <summary>Nothing answered yet.</summary>
    public static FormAnswers None { get; } = new();

    /// <param name="values">What was sent under a name; empty when nothing was.</param>
    public static FormAnswers Read(Form form, Func<string, IReadOnlyList<string>> values)
    {
        var answers = new FormAnswers();
        var errors = new Dictionary<string, FormAnswerError>();
        foreach (var field in form.Fields)
        {
            var sent = values(FormHtml.NameOf(field)).Select(value => VisitorText.Clean(value, field.Kind == FormFieldKind.LongText)).Where(value => value.Length > 0).ToList();
            // What is not an option was not asked.
            answers._values[field.Id] = field.HasOptions ? [.. field.Options.Where(sent.Contains)] : [.. sent.Take(1)];
            if (Check(field, answers._values[field.Id]) is { } error) errors[field.Id] = error;
        }
        answers.Errors = errors;
        return answers;
    }

    public IReadOnlyList<string> Of(FormField field) => _values.GetValueOrDefault(field.Id, []);

    public string Text(FormField field) => Of(field) is [var only, ..] ? only : "";

    /// <summary>The first address among the answers: answers to the sender go there.</summary>
    public string? FindEmail(Form form) => form.Fields.Where(field => field.Kind == FormFieldKind.Email).Select(field => VisitorEmail.Parse(Text(field))).FirstOrDefault(email => email is not null);

    public IReadOnlyList<FormAnswer> ToList(Form form) => [.. form.Fields.Where(field => Of(field).Count > 0).Select(field => new FormAnswer(field.Id, field.Label, Of(field)))];

    /// <summary>The same answers have the same one.</summary>
    public static string HashOf(IReadOnlyList<FormAnswer> answers)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', answers.Select(answer => answer.FieldId + '\u001f' + string.Join('\u001f', answer.Values))))));

    private static FormAnswerError? Check(FormField field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return !field.IsRequired ? null : field.Kind switch { FormFieldKind.Checkbox => FormAnswerError.TickMissing, _ when field.HasOptions => FormAnswerError.ChoiceMissing, _ => FormAnswerError.Missing };
        var value = values[0];
        if (value.Length > (field.Kind == FormFieldKind.LongText ? FormConsts.MaxLongAnswerLength : FormConsts.MaxShortAnswerLength)) return FormAnswerError.TooLong;
        return field.Kind switch
        {
            FormFieldKind.Email when VisitorEmail.Parse(value) is null => FormAnswerError.Email,
            FormFieldKind.Phone when value.Count(char.IsAsciiDigit) is < 6 or > 15 || value.Any(c => !char.IsAsciiDigit(c) && !"+-./() ".Contains(c)) => FormAnswerError.Phone,
            FormFieldKind.Date when !DateOnly.TryParseExact(value, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => FormAnswerError.Date,
            FormFieldKind.Number when !decimal.TryParse(value.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => FormAnswerError.Number,
            _ => null,
        };
    }
}
