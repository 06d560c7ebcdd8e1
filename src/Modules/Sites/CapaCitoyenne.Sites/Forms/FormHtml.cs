using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Public;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>
/// Writes a form as HTML: a plain one that works without a script, whose errors stand beside their fields and are read out with them.
/// Used for blocks in cached pages and for the page that shows errors.
/// </summary>
internal sealed class FormHtml(HtmlEncoder encoder, VisitorFormGuard guard, IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    private StringBuilder _html = new();
    private string _prefix = "";

    /// <summary>The name of a question's input.</summary>
    public static string NameOf(FormField field) => "f-" + field.Id;

    /// <param name="isSecond">The form is shown once more: see <see cref="VisitorFormGuard"/>.</param>
    public string Write(Form form, FormAnswers? answers = null, bool isSecond = false)
    {
        _html = new StringBuilder();
        // A page may hold two forms.
        _prefix = "f" + form.Id.ToString("N")[^6..] + "-";
        answers ??= FormAnswers.None;
        Raw("<form class=\"form\" method=\"post\" action=\"").Raw(form.Path).Raw("\" novalidate>\n");
        if (form.Fields.Any(field => field.IsRequired)) Raw("<p class=\"hint\">").Text(localizer["Form:RequiredHint"]).Raw("</p>\n");
        if (answers.Errors.Count > 0) Summary(form, answers);
        foreach (var field in form.Fields) Field(field, answers);
        Raw("<div class=\"honeypot\" aria-hidden=\"true\"><label for=\"").Raw(_prefix).Raw("site\">Site</label><input id=\"").Raw(_prefix)
            .Raw("site\" name=\"").Raw(VisitorFormGuard.HoneypotField).Raw("\" tabindex=\"-1\" autocomplete=\"off\"></div>\n");
        Raw("<input type=\"hidden\" name=\"").Raw(VisitorFormGuard.TokenField).Raw("\" value=\"").Text(guard.CreateToken(form.Id, isSecond)).Raw("\">\n");
        Raw("<button class=\"button\">").Text(localizer["Form:Send"]).Raw("</button>\n<p class=\"hint\">").Text(Privacy(form)).Raw("</p>\n</form>\n");
        return _html.ToString();
    }

    /// <summary>What stands in the place of a form that takes no answers.</summary>
    public string WriteClosed() => "<p class=\"notice\">" + encoder.Encode(localizer["Form:Closed"]) + "</p>\n";

    /// <summary>What readers are told about their data.</summary>
    public string Privacy(Form form) => localizer["Form:Privacy", form.Purpose, Months(form.RetentionMonths)];

    public string Error(FormField field, FormAnswerError error) => localizer[
        "Form:Error:" + error, field.Kind == FormFieldKind.LongText ? FormConsts.MaxLongAnswerLength : FormConsts.MaxShortAnswerLength];

    public string Months(int months) => months % 12 == 0 ? months == 12 ? localizer["Form:OneYear"] : localizer["Form:Years", months / 12] : months == 1 ? localizer["Form:OneMonth"] : localizer["Form:Months", months];

    private void Summary(Form form, FormAnswers answers)
    {
        Raw("<div class=\"notice notice-warn\" role=\"alert\"><p>").Text(localizer["Form:ErrorSummary", answers.Errors.Count]).Raw("</p><ul>");
        foreach (var field in form.Fields.Where(field => answers.Errors.ContainsKey(field.Id)))
            Raw("<li><a href=\"#").Raw(FirstInputOf(field)).Raw("\">").Text(field.Label).Raw("</a></li>");
        Raw("</ul></div>\n");
    }

    private void Field(FormField field, FormAnswers answers)
    {
        if (field.HasOptions)
        {
            Options(field, answers);
            return;
        }
        Raw("<div class=\"field\">");
        if (field.Kind == FormFieldKind.Checkbox)
        {
            Raw("<label><input type=\"checkbox\" value=\"").Text(localizer["Form:Yes"]).Raw("\"").Raw(answers.Of(field).Count > 0 ? " checked" : "");
            Input(field, answers).Raw("> ").Text(field.Label);
            Mark(field).Raw("</label>");
            Below(field, answers).Raw("</div>\n");
            return;
        }
        Raw("<label for=\"").Raw(IdOf(field)).Raw("\">").Text(field.Label);
        Mark(field).Raw("</label>");
        if (field.Kind == FormFieldKind.LongText)
        {
            Raw("<textarea rows=\"6\" maxlength=\"").Number(FormConsts.MaxLongAnswerLength).Raw("\"");
            Input(field, answers).Raw(">").Text(answers.Text(field)).Raw("</textarea>");
        }
        else
        {
            Raw("<input").Raw(TypeOf(field.Kind)).Raw(" value=\"").Text(answers.Text(field)).Raw("\" maxlength=\"").Number(FormConsts.MaxShortAnswerLength).Raw("\"");
            Input(field, answers).Raw(">");
        }
        Below(field, answers).Raw("</div>\n");
    }

    private void Options(FormField field, FormAnswers answers)
    {
        Raw("<fieldset class=\"field\" id=\"").Raw(IdOf(field)).Raw("-g\"");
        DescribedBy(field, answers).Raw("><legend>").Text(field.Label);
        Mark(field).Raw("</legend>");
        var type = field.Kind == FormFieldKind.ChoiceOne ? "radio" : "checkbox";
        // Not every reader reads out what the group says when a choice gets the focus.
        var error = answers.Errors.ContainsKey(field.Id) ? $" aria-invalid=\"true\" aria-describedby=\"{IdOf(field)}-erreur\"" : "";
        for (var i = 0; i < field.Options.Count; i++)
        {
            Raw("<label class=\"choice\"><input type=\"").Raw(type).Raw("\" id=\"").Raw(IdOf(field)).Raw("-").Number(i).Raw("\" name=\"").Raw(NameOf(field)).Raw("\" value=\"").Text(field.Options[i]).Raw("\"")
                .Raw(answers.Of(field).Contains(field.Options[i]) ? " checked" : "").Raw(error).Raw("> ").Text(field.Options[i]).Raw("</label>");
        }
        Below(field, answers).Raw("</fieldset>\n");
    }

    private FormHtml Input(FormField field, FormAnswers answers)
    {
        Raw(" id=\"").Raw(IdOf(field)).Raw("\" name=\"").Raw(NameOf(field)).Raw("\"").Raw(field.IsRequired ? " required" : "").Raw(Autocomplete(field.Kind));
        if (answers.Errors.ContainsKey(field.Id)) Raw(" aria-invalid=\"true\"");
        return DescribedBy(field, answers);
    }

    private FormHtml DescribedBy(FormField field, FormAnswers answers)
    {
        var ids = new[] { field.Help is null ? null : IdOf(field) + "-aide", answers.Errors.ContainsKey(field.Id) ? IdOf(field) + "-erreur" : null }.Where(id => id is not null);
        return ids.Any() ? Raw(" aria-describedby=\"").Raw(string.Join(' ', ids)).Raw("\"") : this;
    }

    private FormHtml Below(FormField field, FormAnswers answers)
    {
        if (field.Help is not null) Raw("<p class=\"hint\" id=\"").Raw(IdOf(field)).Raw("-aide\">").Text(field.Help).Raw("</p>");
        if (answers.Errors.TryGetValue(field.Id, out var error)) Raw("<p class=\"field-error\" id=\"").Raw(IdOf(field)).Raw("-erreur\">").Text(Error(field, error)).Raw("</p>");
        return this;
    }

    private FormHtml Mark(FormField field) => field.IsRequired ? Raw(" <span aria-hidden=\"true\">*</span>") : this;

    private string IdOf(FormField field) => _prefix + field.Id;

    private string FirstInputOf(FormField field) => field.HasOptions ? IdOf(field) + "-0" : IdOf(field);

    private static string TypeOf(FormFieldKind kind) => kind switch
    {
        FormFieldKind.Email => " type=\"email\"",
        FormFieldKind.Phone => " type=\"tel\"",
        FormFieldKind.Date => " type=\"date\"",
        // A field of type "number" loses what it does not understand.
        FormFieldKind.Number => " inputmode=\"decimal\"",
        _ => "",
    };

    private static string Autocomplete(FormFieldKind kind) => kind switch
    {
        FormFieldKind.Email => " autocomplete=\"email\"",
        FormFieldKind.Phone => " autocomplete=\"tel\"",
        _ => "",
    };

    private FormHtml Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    private FormHtml Number(int number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    private FormHtml Text(string text)
    {
        _html.Append(encoder.Encode(text));
        return this;
    }
}
