using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CapaCitoyenne.Mailing.Idempotency;

/// <summary>Shows the header in the API document, on the calls that heed it.</summary>
internal sealed class IdempotencyApiDescription(IModelMetadataProvider metadata) : IApiDescriptionProvider
{
    /// <summary>After the provider that finds the calls.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var call in context.Results.Where(call => call.ActionDescriptor.FilterDescriptors.Any(filter => filter.Filter is IdempotentAttribute)))
        {
            call.ParameterDescriptions.Add(new ApiParameterDescription
            {
                Name = IdempotentAttribute.Header,
                Source = BindingSource.Header,
                Type = typeof(string),
                ModelMetadata = metadata.GetMetadataForType(typeof(string)),
                IsRequired = false,
            });
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        // Nothing is left to do.
    }
}
