namespace CapaCitoyenne.Mailing.SendingDomains;

internal sealed record CheckedRecord(DnsRecord Record, DnsRecordState State, string? Found);

/// <summary>Compares the lines that a domain needs with those that it has.</summary>
internal sealed class DnsRecordChecker(IDnsLookup dns) : ITransientDependency
{
    private const int MaxFoundLength = 200;

    public async Task<List<CheckedRecord>> CheckAsync(IEnumerable<DnsRecord> records, CancellationToken cancellationToken = default) =>
        [.. await Task.WhenAll(records.Select(record => CheckAsync(record, cancellationToken)))];

    private async Task<CheckedRecord> CheckAsync(DnsRecord record, CancellationToken cancellationToken)
    {
        var found = record.Type == "CNAME" ? await dns.FindAliasesAsync(record.Host, cancellationToken) : await dns.FindTextsAsync(record.Host, cancellationToken);
        if (found is null) return new CheckedRecord(record, DnsRecordState.Unknown, null);
        if (record.Type == "TXT")
        {
            // Of texts, only those of this kind count: a name may have others. Any policy is the domain's own choice, and good enough.
            var kind = record.Purpose == DnsRecordPurpose.Dmarc ? "v=DMARC1" : "v=spf1";
            found = [.. found.Where(text => text.StartsWith(kind, StringComparison.OrdinalIgnoreCase))];
            return new CheckedRecord(record, found.Count switch { 0 => DnsRecordState.Missing, 1 => DnsRecordState.Ok, _ => DnsRecordState.Different }, found.Count > 0 ? Shorten(found[0]) : null);
        }

        if (found.Count == 0) return new CheckedRecord(record, DnsRecordState.Missing, null);
        var isSame = found.Contains(record.Value.TrimEnd('.').ToLowerInvariant());
        return new CheckedRecord(record, isSame ? DnsRecordState.Ok : DnsRecordState.Different, isSame ? null : Shorten(found[0]));
    }

    private static string Shorten(string text) => text.Length > MaxFoundLength ? text[..MaxFoundLength] : text;
}
