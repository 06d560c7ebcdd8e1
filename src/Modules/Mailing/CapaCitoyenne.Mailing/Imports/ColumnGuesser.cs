using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>Says what the columns of a file hold, by their headers in French and English and by what is in them.</summary>
internal static class ColumnGuesser
{
    private static readonly Dictionary<string, ContactImportField> ByHeader = Build(
        (ContactImportField.Email, "email|e-mail|mail|courriel|mel|adresse mail|adresse email|adresse e-mail|adresse courriel|adresse electronique|email address|e-mail address|e-mail 1 - value|email 1|adresse de messagerie"),
        (ContactImportField.FirstName, "prenom|prenoms|first name|firstname|fname|given name|prenom usuel"),
        (ContactImportField.LastName, "nom|nom de famille|last name|lastname|lname|surname|family name|nom d'usage"),
        (ContactImportField.FullName, "nom complet|full name|fullname|name|nom et prenom|nom prenom|prenom nom|prenom et nom|gecos|contact"),
        (ContactImportField.Language, "langue|language|lang|locale"),
        (ContactImportField.Notes, "notes|note|remarque|remarques|commentaire|commentaires|observations"),
        (ContactImportField.Unsubscribed, "unsub_time|unsubscribed|desabonne|desabonnes|desinscrit|optout|opt-out|blocklisted|email blacklisted|blacklisted|date de desinscription|date de desabonnement|unsubscribe date|unsubscription date"),
        (ContactImportField.Bounced, "clean_time|bounced|hard bounced|hard bounce|hardbounce|hard_bounce|bounce|bounce date|npai"),
        (ContactImportField.Tags, "tags|tag|etiquette|etiquettes|categories|categorie|mots-cles"));

    private static readonly string[] StatusHeaders =
        ["status", "statut", "etat", "state", "subscription status", "email marketing status", "marketing status", "statut d'abonnement", "subscription"];

    /// <param name="headers">First line of the file.</param>
    /// <param name="samples">Some lines after it.</param>
    /// <param name="ownFields">The space's own fields by how their labels and names are searched for.</param>
    public static List<ContactImportField> Guess(
        IReadOnlyList<string> headers, IReadOnlyList<string[]> samples, IReadOnlyDictionary<string, Guid>? ownFields = null)
    {
        var tool = RecogniseTool(headers);
        var fields = headers.Select(h => ownFields?.ContainsKey(SearchText.Of(h)) == true ? ContactImportField.Custom : ByHeader.GetValueOrDefault(SearchText.Of(h))).ToList();
        for (var i = 0; i < headers.Count; i++)
        {
            // « État » may be anything: its words tell. What a known tool calls status is one.
            if (fields[i] == ContactImportField.Ignore && StatusHeaders.Contains(SearchText.Of(headers[i]))
                && (tool is not null || samples.Any(row => i < row.Length && ImportStandings.Knows(row[i])))) fields[i] = ContactImportField.Status;
        }

        KeepFirst(fields, ContactImportField.Email);
        if (!fields.Contains(ContactImportField.Email) && FindEmailColumn(headers.Count, samples) is var found and >= 0)
            fields[found] = ContactImportField.Email;

        foreach (var field in (ContactImportField[])[ContactImportField.FirstName, ContactImportField.LastName, ContactImportField.FullName, ContactImportField.Language, ContactImportField.Status])
            KeepFirst(fields, field);
        return fields;
    }

    /// <summary>The tool that writes such headers, or null.</summary>
    public static string? RecogniseTool(IReadOnlyList<string> headers)
    {
        bool Has(string name) => IndexOf(headers, name) >= 0;
        if (Has("email address") && (Has("member_rating") || Has("optin_time") || Has("leid") || Has("euid") || Has("clean_time") || Has("unsub_time"))) return "mailchimp";
        if (Has("uuid") && Has("attributes") && Has("status")) return "listmonk";
        if (Has("email") && (Has("contact id") || Has("sms") || Has("email blacklisted"))) return "brevo";
        if (Has("email") && (Has("gecos") || Has("reception"))) return "sympa";
        return null;
    }

    private static int FindEmailColumn(int count, IReadOnlyList<string[]> samples)
    {
        var best = -1;
        var bestHits = 0;
        for (var column = 0; column < count; column++)
        {
            var hits = samples.Count(row => column < row.Length && EmailAddress.TryParse(row[column], out _));
            if (hits > bestHits) (best, bestHits) = (column, hits);
        }

        return best;
    }

    private static void KeepFirst(List<ContactImportField> fields, ContactImportField field)
    {
        for (var i = fields.IndexOf(field) + 1; i > 0 && i < fields.Count; i++)
        {
            if (fields[i] == field) fields[i] = ContactImportField.Ignore;
        }
    }

    private static int IndexOf(IReadOnlyList<string> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (SearchText.Of(headers[i]) == name) return i;
        }

        return -1;
    }

    private static Dictionary<string, ContactImportField> Build(params (ContactImportField Field, string Names)[] entries) =>
        entries.SelectMany(e => e.Names.Split('|').Select(n => (n, e.Field))).ToDictionary(x => x.n, x => x.Field);
}
