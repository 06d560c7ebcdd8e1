namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>A question that is already there.</summary>
/// <param name="Key">The caller's own key.</param>
public sealed record ExistingQuestion(Guid Key, string? ExternalId, string Hash);

/// <summary>What importing one question would do.</summary>
public enum ImportAction
{
    Create,

    /// <summary>The same external id, other content: a new version of that question.</summary>
    Update,

    /// <summary>The same content is there.</summary>
    Nothing,
}

/// <param name="Existing">The question that would be updated or left alone.</param>
public sealed record ImportStep(GiftQuestion Source, ImportAction Action, Guid? Existing);

/// <summary>Decides what an import would do. Importing the same file twice does nothing the second time.</summary>
public static class ImportPlan
{
    public static IReadOnlyList<ImportStep> Make(IReadOnlyList<GiftQuestion> questions, IReadOnlyList<ExistingQuestion> existing)
    {
        var byId = existing.Where(old => old.ExternalId is not null).DistinctBy(old => old.ExternalId).ToDictionary(old => old.ExternalId!);
        var byHash = existing.DistinctBy(old => old.Hash).ToDictionary(old => old.Hash);
        return [.. questions.Select(question => Step(question, byId, byHash))];
    }

    private static ImportStep Step(GiftQuestion question, Dictionary<string, ExistingQuestion> byId, Dictionary<string, ExistingQuestion> byHash)
    {
        if (question.Question.ExternalId is { } id && byId.TryGetValue(id, out var same))
            return new(question, same.Hash == question.Hash ? ImportAction.Nothing : ImportAction.Update, same.Key);
        return byHash.TryGetValue(question.Hash, out var equal)
            ? new(question, ImportAction.Nothing, equal.Key)
            : new(question, ImportAction.Create, null);
    }
}
