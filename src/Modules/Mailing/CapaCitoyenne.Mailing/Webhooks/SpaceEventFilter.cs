using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Delivery;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>
/// Of a call that a space's own account made: what is about attempts of this space. The space holds the key that signs the call, so that it could
/// write anything into it; about others, and about mail of the hub itself, it has nothing to say.
/// </summary>
internal sealed class SpaceEventFilter(IRepository<Attempt, Guid> attempts) : ITransientDependency
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <returns>A JSON array; null when nothing of the call is the current space's, or when it is no array of events.</returns>
    public async Task<byte[]?> KeepOwnAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var events = Parse(body).OfType<JsonObject>().Select(e => (Event: e, Attempt: AttemptOf(e))).Where(e => e.Attempt is not null).ToList();
        var ids = events.Select(e => e.Attempt!.Value).Distinct().ToList();
        var own = (await attempts.GetListAsync(a => ids.Contains(a.Id), cancellationToken)).Select(a => a.Id).ToHashSet();
        var kept = events.Where(e => own.Contains(e.Attempt!.Value)).Select(e => AsOfSpace(e.Event)).ToArray();
        return kept.Length == 0 ? null : Encoding.UTF8.GetBytes(new JsonArray(kept).ToJsonString());
    }

    /// <summary>The hub's own mail never leaves through a space's account: a complaint about it would suppress an address for everybody.</summary>
    private static JsonNode AsOfSpace(JsonObject e)
    {
        var kept = e.DeepClone().AsObject();
        kept.Remove(MailOrigins.Argument);
        return kept;
    }

    private static JsonArray Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span, documentOptions: Strict) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Guid? AttemptOf(JsonObject e) =>
        e["a"] is JsonValue value && value.TryGetValue<string>(out var text) && Guid.TryParseExact(text, "N", out var id) ? id : null;
}
