using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning;

/// <summary>A course as a browser without script sees it: pages and form posts.</summary>
internal sealed partial class LearnerPages(HubClient browser)
{
    public const string First = StarterCatalogue.PublishHomePage + "/dire-l-essentiel";

    public HubClient Browser { get; } = browser;

    public async Task<string> OpenAsync(string path) => WebUtility.HtmlDecode(await (await Browser.Http.GetAsync(path)).EnsureSuccess().Content.ReadAsStringAsync());

    /// <summary>Opens the lesson, ticks the options and values whose text is given, sends the form.</summary>
    public async Task<string> AnswerAsync(string path, params string[] answers)
    {
        var form = Fill(await OpenAsync(path), answers);
        return await PostAsync(path, "Answer", form);
    }

    public async Task<string> PostAsync(string path, string handler, IEnumerable<KeyValuePair<string, string>> form)
    {
        var response = await Browser.Http.PostAsync($"{path}?handler={handler}", new FormUrlEncodedContent(form));
        return response.StatusCode == HttpStatusCode.Redirect
            ? await OpenAsync(response.Headers.Location!.ToString())
            : WebUtility.HtmlDecode(await response.EnsureSuccess().Content.ReadAsStringAsync());
    }

    /// <summary>Presses the button that says so: sends its form's hidden fields to where the form says.</summary>
    public async Task<string> PressAsync(string path, string button)
    {
        var page = await OpenAsync(path);
        var form = Form().Matches(page).Single(match => match.Value.Contains(button, StringComparison.Ordinal)).Value;
        var action = Regex.Match(form, "action=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var fields = HiddenField().Matches(form).Select(match => new KeyValuePair<string, string>(match.Groups[1].Value, match.Groups[2].Value));
        var response = await Browser.Http.PostAsync(new Uri(new Uri(Browser.Http.BaseAddress!, path), action), new FormUrlEncodedContent(fields));
        return response.StatusCode == HttpStatusCode.Redirect
            ? await OpenAsync(response.Headers.Location!.ToString())
            : WebUtility.HtmlDecode(await response.EnsureSuccess().Content.ReadAsStringAsync());
    }

    /// <summary>The form's fields. An answer is an option's text, or <c>q3=true</c>.</summary>
    public static List<KeyValuePair<string, string>> Fill(string page, params string[] answers)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("attempt", Hidden(page, "attempt")), new("version", Hidden(page, "version")), new("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")),
        };
        foreach (var answer in answers)
        {
            if (answer.Split('=') is [var name, var value])
            {
                form.Add(new(name, value));
                continue;
            }

            var option = Option().Matches(page).First(match => match.Groups[3].Value.Trim().StartsWith(answer, StringComparison.Ordinal));
            form.Add(new(option.Groups[1].Value, option.Groups[2].Value));
        }

        return form;
    }

    public static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\"[^>]* value=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<input(?: name=\"([^\"]*)\"| type=\"hidden\"| value=\"([^\"]*)\")+", RegexOptions.None, 1000)]
    private static partial Regex HiddenField();

    [GeneratedRegex("<input type=\"(?:radio|checkbox)\" name=\"(q\\d+)\" value=\"(\\d+)\"[^>]*>\\s*<span><span[^>]*>([^<]*)", RegexOptions.None, 1000)]
    private static partial Regex Option();
}
