using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Localization;
using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Associations.Pages.Account;

[Authorize, EnableRateLimiting(AnonymousRateLimits.Write)]
public class MyAccountModel(IMyAccountAppService myAccountAppService, IOpenSessionAppService openSessionAppService, IStringLocalizer<AssociationsResource> localizer, IClock clock)
    : AccountPageModel
{
    private const string Address = "/mon-compte";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // Readable as it is: a downloaded file is no page, so nothing in it must be escaped for one.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty]
    public UpdateNameInput Input { get; set; } = new();

    /// <summary>What was done a moment ago: a key of a text, none if the address says anything else.</summary>
    public string? Done { get; private set; }

    public MyAccountDto Account { get; private set; } = null!;

    public IReadOnlyList<OpenSessionDto> Sessions { get; private set; } = [];

    public async Task OnGetAsync(string? fait)
    {
        Done = fait is "nom" or "mot-de-passe" or "session" or "sessions" ? fait : null;
        await LoadAsync();
        Input.Name = Account.Name;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await TryAsync(() => myAccountAppService.UpdateNameAsync(Input)))
            return LocalRedirect($"{Address}?fait=nom");
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id)
    {
        await openSessionAppService.EndAsync(id);
        return LocalRedirect($"{Address}?fait=session#sessions");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await openSessionAppService.EndOthersAsync();
        return LocalRedirect($"{Address}?fait=sessions#sessions");
    }

    public async Task<IActionResult> OnGetDataAsync()
    {
        var sections = await myAccountAppService.GetDataAsync();
        var file = new { WrittenAt = clock.Now, Data = sections.ToDictionary(section => section.Name, section => section.Content) };
        Response.Headers.CacheControl = "no-store";
        return File(JsonSerializer.SerializeToUtf8Bytes(file, Json), "application/json", $"capacitoyenne-{clock.Now:yyyy-MM-dd}.json");
    }

    /// <summary>« Firefox sur Android », as far as it is known.</summary>
    public string NameOf(OpenSessionDto session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Browser.Length == 0 ? localizer["Account:UnknownBrowser"].Value
            : session.System.Length == 0 ? session.Browser
            : localizer["Account:BrowserOn", session.Browser, session.System].Value;
    }

    /// <summary>The hour when it is today's, else the day; as the clocks of Paris show it.</summary>
    /// <param name="time">UTC.</param>
    public string InWords(DateTime time)
    {
        var (there, today) = (InParis(time), InParis(clock.Now));
        return there.Date == today.Date
            ? localizer["Account:TodayAt", there.ToString(localizer["Account:HourFormat"].Value, CultureInfo.CurrentCulture)].Value
            : localizer["Account:OnDay", there.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)].Value;
    }

    private static DateTime InParis(DateTime time) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc), Paris);

    private async Task LoadAsync()
    {
        Account = await myAccountAppService.GetAsync();
        Sessions = await openSessionAppService.GetListAsync();
    }
}
