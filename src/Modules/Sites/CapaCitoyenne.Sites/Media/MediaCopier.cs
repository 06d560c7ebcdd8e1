namespace CapaCitoyenne.Sites.Media;

/// <summary>Copies files from space to space, and to the hub, where everybody reads what spaces share.</summary>
internal sealed class MediaCopier(IMediaRepository media, IBlobContainer<MediaContainer> blobs, MediaQuota quota, MediaManager manager) : DomainService
{
    /// <inheritdoc cref="IMediaIntegrationService.CopyAsync"/>
    public async Task<string> CopyAsync(string document, Guid? to)
    {
        Guid[] ids = [.. MediaUrns.In(document)];
        var originals = ids.Length == 0 ? [] : await media.GetListAsync(file => ids.Contains(file.Id));
        if (originals.Count == 0) return document;

        var copies = await FindCopiesAsync(originals, to);
        foreach (var original in originals)
        {
            if (copies.TryGetValue(original.Hash, out var known))
            {
                await KeepAsync(known, to);
                continue;
            }

            await CopyBlobsAsync(original, to);
            copies[original.Hash] = await AddAsync(original.CopyFor(GuidGenerator.Create(), to));
        }

        return MediaUrns.Replace(document, originals.ToDictionary(original => original.Id, original => MediaUrns.Of(copies[original.Hash].Id)));
    }

    /// <summary>What is there already, by content. For the rest there must be room, before anything is copied.</summary>
    private async Task<Dictionary<string, MediaFile>> FindCopiesAsync(List<MediaFile> originals, Guid? to)
    {
        using var tenant = CurrentTenant.Change(to);
        var copies = await media.GetByHashAsync([.. originals.Select(original => original.Hash)]);
        await quota.CheckAsync(originals.DistinctBy(original => original.Hash).Where(original => !copies.ContainsKey(original.Hash)).Sum(original => original.Size));
        return copies;
    }

    private async Task KeepAsync(MediaFile known, Guid? to)
    {
        using var tenant = CurrentTenant.Change(to);
        if (known.IsDeleted) known.Restore();
        await media.TouchAsync(known);
    }

    private async Task<MediaFile> AddAsync(MediaFile copy)
    {
        using var tenant = CurrentTenant.Change(copy.TenantId);
        await media.InsertAsync(copy, autoSave: true);
        // The job of the original has not run yet.
        if (!copy.HasVariants) await manager.ShrinkLaterAsync(copy);
        return copy;
    }

    private async Task CopyBlobsAsync(MediaFile original, Guid? to)
    {
        foreach (var name in MediaPaths.Blobs(original.Content with { FormerText = "" }))
        {
            if (await blobs.GetOrNullAsync(name) is not { } content) continue;
            await using (content)
            {
                using var tenant = CurrentTenant.Change(to);
                await blobs.SaveAsync(name, content, overrideExisting: true);
            }
        }
    }
}
