using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>
/// A folder of <c>.eml</c> files that the operator, or a mail server, collects. Exact even when the process is killed: a batch is first
/// written aside, becomes complete by one rename, and only then moves file by file; the trace of an attempt stays until its
/// outcome is recorded. Who asks about an attempt that left no trace puts one in its place, which a worker that was only thought dead runs into.
/// </summary>
[ExposeServices(typeof(IBulkMailTransport))]
internal sealed class PickupTransport(IOptions<MailOptions> mail, IClock clock) : IBulkMailTransport, ISingletonDependency
{
    /// <summary>Keeps a folder from being empty, so that no rename can take its place.</summary>
    private const string TakenMark = "taken";
    private const string VoidMark = "void";
    private readonly string _folder = Path.GetFullPath(mail.Value.PickupFolder);

    public MailProvider Provider => MailProvider.Pickup;

    public int MaxRecipients => 200;

    public TimeSpan DoubtHorizon => TimeSpan.FromHours(24);

    public Task<HandOverPlan> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(HandOverPlan.None);

    public async Task<BulkOutcome> SendAsync(BulkMessage message, CancellationToken cancellationToken)
    {
        var writing = Staging(message.AttemptId) + ".tmp";
        try
        {
            Directory.CreateDirectory(writing);
            await File.WriteAllTextAsync(Path.Combine(writing, TakenMark), "", cancellationToken);
            foreach (var recipient in message.Recipients)
            {
                using var mime = MimeLetter.Build(message, recipient, clock.Now);
                await mime.WriteToAsync(Path.Combine(writing, $"{message.CampaignId:N}-{recipient.ContactId:N}.eml"), cancellationToken);
            }

            Directory.Move(writing, Staging(message.AttemptId));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            TryDelete(writing);
            return new BulkOutcome(BulkOutcomeKind.NotHandedOver) { Detail = e.Message };
        }

        // From here on the batch counts as accepted: a crash is rolled forward by AskAsync.
        try
        {
            Release(message.AttemptId);
            return new BulkOutcome(BulkOutcomeKind.Accepted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BulkOutcome(BulkOutcomeKind.Unknown) { Detail = e.Message };
        }
    }

    public Task<AttemptVerdict> AskAsync(AttemptReference attempt, CancellationToken cancellationToken)
    {
        try
        {
            if (IsVoid(attempt.AttemptId)) return Task.FromResult(AttemptVerdict.NotAccepted);
            Release(attempt.AttemptId);
            return Task.FromResult(AttemptVerdict.Accepted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(AttemptVerdict.Unknown);
        }
    }

    public Task ForgetAsync(AttemptReference attempt, CancellationToken cancellationToken)
    {
        // A void one stays: it is what holds off a worker that comes late.
        if (!File.Exists(Path.Combine(Staging(attempt.AttemptId), VoidMark))) TryDelete(Staging(attempt.AttemptId));
        return Task.CompletedTask;
    }

    /// <summary>Nothing was handed over, and from now on nothing can be: one of two renames wins.</summary>
    private bool IsVoid(Guid attemptId)
    {
        var place = Staging(attemptId);
        if (!Directory.Exists(place))
        {
            var mark = place + ".void";
            Directory.CreateDirectory(mark);
            File.WriteAllText(Path.Combine(mark, VoidMark), "");
            try
            {
                Directory.Move(mark, place);
            }
            catch (IOException) when (Directory.Exists(place))
            {
                TryDelete(mark);
            }

            TryDelete(place + ".tmp");
        }

        return File.Exists(Path.Combine(place, VoidMark));
    }

    private string Staging(Guid attemptId) => Path.Combine(_folder, ".staging", attemptId.ToString("N"));

    /// <summary>Moves what is left to move. The empty folder stays as the trace of the attempt.</summary>
    private void Release(Guid attemptId)
    {
        foreach (var file in Directory.EnumerateFiles(Staging(attemptId), "*.eml"))
        {
            File.Move(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Left behind; it is not looked at again.
        }
    }
}
