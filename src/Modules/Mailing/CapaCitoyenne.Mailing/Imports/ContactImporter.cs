using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Tags;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>The uploaded files.</summary>
[BlobContainerName("mailing-imports")]
internal sealed class ImportFiles;

/// <summary>
/// Checks or runs an import, streamed in batches. Each batch and the progress are one transaction: after a crash it goes on with the
/// next line, and nothing is counted or written twice.
/// </summary>
internal sealed class ContactImporter(
    IContactImportRepository imports, IRepository<ContactField, Guid> ownFields, TagManager tags, IBlobContainer<ImportFiles> files, IUnitOfWorkManager unitOfWorkManager, IGuidGenerator guidGenerator, IClock clock)
    : ITransientDependency
{
    private const int BatchSize = 1000;

    public async Task RunAsync(Guid importId, CancellationToken cancellationToken = default)
    {
        ContactImport import;
        Dictionary<Guid, ContactField> fields;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            import = await imports.GetAsync(importId, cancellationToken);
            fields = (await ownFields.GetListAsync(cancellationToken)).ToDictionary(f => f.Id);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        // Killed after its last batch, before the file was gone.
        if (import.Status == ContactImportStatus.Completed) await files.DeleteAsync(import.BlobName, cancellationToken);
        if (import.Status is not (ContactImportStatus.Checking or ContactImportStatus.Running)) return;

        bool ended;
        await using (var stream = await files.GetAsync(import.BlobName, cancellationToken))
        {
            using var text = new StreamReader(stream, import.Dialect.Encoding, detectEncodingFromByteOrderMarks: true);
            ended = await RunAsync(import, new ContactFileReader(text, import.Dialect, import.Columns, fields, SiteDay.Of(clock.Now)), cancellationToken);
        }

        // What was imported is in the book; a copy of everybody's addresses would only be one more thing to lose.
        if (ended && import.Status == ContactImportStatus.Running) await files.DeleteAsync(import.BlobName, cancellationToken);
    }

    /// <returns>False when somebody else has taken it on.</returns>
    private async Task<bool> RunAsync(ContactImport import, ContactFileReader reader, CancellationToken cancellationToken)
    {
        var seen = new HashSet<Guid>();
        Skip(reader, import.ProcessedLines, seen);

        var counts = import.Counts;
        bool more;
        do
        {
            var lines = ReadBatch(reader);
            more = lines.Count == BatchSize;
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var current = await imports.GetAsync(import.Id, cancellationToken);
            if (current.Status != import.Status || current.ProcessedLines != counts.Total) return false;
            await ProcessAsync(current, lines, seen, counts, cancellationToken);
            if (more) current.Progress(counts);
            else current.End(counts, clock.Now);
            await unitOfWork.CompleteAsync(cancellationToken);
            // The first batch tells the database what to expect, the last what there is.
            var isFirst = counts.Total == lines.Count;
            if (import.Status == ContactImportStatus.Running && (isFirst || !more) && counts.Created >= BatchSize / 2) await RefreshStatisticsAsync(cancellationToken);
        }
        while (more);
        return true;
    }

    private async Task RefreshStatisticsAsync(CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        await imports.RefreshStatisticsAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private static void Skip(ContactFileReader reader, int count, HashSet<Guid> seen)
    {
        while (count-- > 0 && reader.Read() is { } line)
        {
            if (line.Email is { } email) seen.Add(email.Key);
        }
    }

    private static List<ImportLine> ReadBatch(ContactFileReader reader)
    {
        var lines = new List<ImportLine>(BatchSize);
        while (lines.Count < BatchSize && reader.Read() is { } line) lines.Add(line);
        return lines;
    }

    private async Task ProcessAsync(
        ContactImport import, List<ImportLine> lines, HashSet<Guid> seen, ImportCounts counts, CancellationToken cancellationToken)
    {
        var isRun = import.Status == ContactImportStatus.Running;
        var batch = new ImportBatch(import.ListId, clock.Now);
        var people = new List<ImportLine>(lines.Count);
        foreach (var line in lines)
        {
            counts.Total++;
            if (line.Refusal is { } refusal)
            {
                if (++counts.Refused <= ContactImportConsts.MaxKeptRefusals) batch.Refused.Add(new RefusedLine(import.Id, line.Number, line.Text, refusal));
            }
            else if (seen.Add(line.Email!.Key)) people.Add(line);
            else counts.Duplicates++;
        }

        var known = await imports.LookUpAsync(people, [.. import.Columns.Select(c => c.ContactFieldId).OfType<Guid>()], cancellationToken);
        var proof = $"{import.FileName}. {import.Origin}";
        foreach (var line in people) Decide(import, line, known, proof, batch, counts);

        if (!isRun)
        {
            // A check reports refused lines and writes nothing else.
            batch = new ImportBatch(null, batch.Now).WithRefused(batch.Refused);
        }
        else await TagAsync(batch);

        await imports.WriteAsync(batch, cancellationToken);
    }

    private void Decide(ContactImport import, ImportLine line, ImportKnowledge known, string proof, ImportBatch batch, ImportCounts counts)
    {
        Guid id;
        var email = line.Email!;
        if (line.Standing >= ImportStanding.Dead)
        {
            Bury(import, line, known, batch, counts);
            return;
        }

        if (line.HasRemark && ++counts.Remarks <= ContactImportConsts.MaxKeptRefusals)
            batch.Refused.Add(new RefusedLine(import.Id, line.Number, line.Text, "Mailing:Import:ValueLeftOut"));
        var consents = Enumerable.Empty<ConsentMark>();
        Contact? created = null;
        if (known.Contacts.TryGetValue(email.Normalized, out var contact))
        {
            id = contact.Id;
            consents = known.Consents[id];
            var newFields = line.Fields.Where(f => !known.FieldKeys.Contains((id, f.FieldId))).ToList();
            batch.Values.AddRange(newFields.Select(f => new ContactFieldValue(f.FieldId, id, f.Content)));
            if (contact.IsEnrichedBy(line)) batch.Enriched.Add((id, line));
            if (line.Standing <= ImportStanding.NotSubscribed) batch.Present.Add(id);
            if (newFields.Count > 0 || contact.IsEnrichedBy(line)) counts.Updated++;
            else counts.Unchanged++;
        }
        else
        {
            id = guidGenerator.Create();
            created = new Contact(id, email, ContactSources.Import).SetNames(line.FirstName, line.LastName).SetDetails(line.Language, line.Notes);
            batch.New.Add(created);
            batch.Values.AddRange(line.Fields.DistinctBy(f => f.FieldId).Select(f => new ContactFieldValue(f.FieldId, id, f.Content)));
            counts.Created++;
        }

        var isSuppressed = known.SuppressedKeys.Contains(email.Key);
        foreach (var tag in line.Tags) batch.Tags.Add((tag, id));
        var hasUnsubscribed = line.Standing == ImportStanding.Unsubscribed;
        var hasLeft = hasUnsubscribed || consents.Any(c => !c.IsActive) && !consents.Any(c => c.IsActive);
        if (isSuppressed) counts.KeptSuppressed++;
        else if (hasLeft) counts.KeptUnsubscribed++;

        if (hasUnsubscribed) Leave(id, created, consents, batch);
        else if (!isSuppressed && line.Standing == ImportStanding.Subscribed) Grant(import, id, consents, proof, batch);
        if (isSuppressed) created?.SetStatus(ContactStatus.Suppressed);
        if (import.ListId is not null) batch.Members.Add(id);
    }

    /// <summary>An address that is dead or blocked elsewhere is not taken in, and is written to by nobody here.</summary>
    private void Bury(ContactImport import, ImportLine line, ImportKnowledge known, ImportBatch batch, ImportCounts counts)
    {
        if (++counts.Refused <= ContactImportConsts.MaxKeptRefusals)
            batch.Refused.Add(new RefusedLine(import.Id, line.Number, line.Text, line.Standing == ImportStanding.Complained ? "Mailing:Import:Complained" : "Mailing:Import:AddressDead"));
        if (known.Contacts.TryGetValue(line.Email!.Normalized, out var contact))
        {
            batch.Dead.Add(contact.Id);
            if (line.Standing == ImportStanding.Complained) batch.Left.Add(contact.Id);
        }

        if (known.SuppressedKeys.Contains(line.Email.Key)) return;
        var reason = line.Standing == ImportStanding.Complained ? SuppressionReason.Complaint : SuppressionReason.HardBounce;
        batch.Suppressions.Add(new Suppression(guidGenerator.Create(), line.Email.Key, reason, batch.Now));
    }

    private async Task TagAsync(ImportBatch batch)
    {
        if (batch.Tags.Count == 0) return;
        var byName = (await tags.GetOrCreateAsync(batch.Tags.Select(t => t.Name), upToLimit: true)).ToDictionary(t => t.NormalizedName, t => t.Id);
        foreach (var (name, id) in batch.Tags)
        {
            if (byName.TryGetValue(Tag.NormalizeName(name), out var tagId)) batch.Tagged.Add((tagId, id));
        }
    }

    private void Leave(Guid id, Contact? created, IEnumerable<ConsentMark> consents, ImportBatch batch)
    {
        if (created is null) batch.Left.Add(id);
        // They left elsewhere: written down here for all that they never decided on, so that no later file brings them back for anything.
        batch.Consents.AddRange(ConsentPurposes.Choices.Where(purpose => consents.All(c => c.Purpose != purpose))
            .Select(purpose => Consent.Refusal(guidGenerator.Create(), id, purpose, ConsentMethod.Imported, batch.Now)));
        created?.SetStatus(ContactStatus.Unsubscribed);
    }

    private void Grant(ContactImport import, Guid id, IEnumerable<ConsentMark> consents, string proof, ImportBatch batch)
    {
        // A purpose that was agreed to or refused once is the person's own decision; a file does not change it.
        foreach (var purpose in import.GrantedPurposes.Where(p => consents.All(c => c.Purpose != p)))
        {
            batch.Consents.Add(new Consent(guidGenerator.Create(), id, purpose, ConsentMethod.Imported, batch.Now, proof));
        }
    }
}

internal static class ImportBatchExtensions
{
    public static ImportBatch WithRefused(this ImportBatch batch, IEnumerable<RefusedLine> refused)
    {
        batch.Refused.AddRange(refused);
        return batch;
    }
}
