using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>What the other tool knew about a person. Only the first may be given a consent by an import.</summary>
internal enum ImportStanding
{
    Subscribed = 0,
    /// <summary>Never agreed, or never confirmed.</summary>
    NotSubscribed = 1,
    Unsubscribed = 2,
    /// <summary>The address bounced for good, or was blocked.</summary>
    Dead = 3,
    /// <summary>Reported a letter as unwanted.</summary>
    Complained = 4,
}

/// <summary>Words of Mailchimp, Brevo, listmonk, Sympa, of our own export, and of people.</summary>
internal static class ImportStandings
{
    private static readonly Dictionary<string, ImportStanding> ByWord = Build(
        (ImportStanding.Subscribed, "subscribed|abonne|abonnee|abonnes|inscrit|inscrite|enabled|active|actif|active|confirmed|confirme|opt-in|optin|ok|subscriber"),
        (ImportStanding.NotSubscribed, "nonsubscribed|non-subscribed|non subscribed|non abonne|transactional|pending|unconfirmed|a confirmer|en attente|not confirmed|disabled|archived"),
        (ImportStanding.Unsubscribed, "unsubscribed|desabonne|desabonnee|desabonnes|desinscrit|desinscrite|opt-out|optout|opted out|unsub|blacklisted|email blacklisted|a quitte"),
        (ImportStanding.Dead, "cleaned|bounced|hard bounced|hard bounce|hardbounce|hard_bounce|bounce|invalid|invalide|blocklisted|blocked|npai|adresse morte|adresse morte ou plainte|dead address or complaint|suppressed"),
        (ImportStanding.Complained, "complained|complaint|spam|abuse|plainte|spam complaint|marked as spam"));

    private static readonly string[] Nothing = ["", "0", "no", "non", "false", "faux", "n", "never", "null"];

    /// <summary>Whether the words are those of a status column.</summary>
    public static bool Knows(string cell) => ByWord.ContainsKey(SearchText.Of(cell));

    /// <summary>A word that nobody knows is no agreement.</summary>
    public static ImportStanding Of(string cell) => ByWord.GetValueOrDefault(SearchText.Of(cell), ImportStanding.NotSubscribed);

    /// <summary>Whether the cell of a column « unsubscribed » or « bounced » says so; a date or any other word does.</summary>
    public static bool SaysYes(string cell) =>
        !Nothing.Contains(SearchText.Of(cell)) && ByWord.GetValueOrDefault(SearchText.Of(cell), ImportStanding.Unsubscribed) != ImportStanding.Subscribed;

    private static Dictionary<string, ImportStanding> Build(params (ImportStanding Standing, string Words)[] entries) =>
        entries.SelectMany(e => e.Words.Split('|').Distinct().Select(w => (w, e.Standing))).ToDictionary(x => x.w, x => x.Standing);
}
