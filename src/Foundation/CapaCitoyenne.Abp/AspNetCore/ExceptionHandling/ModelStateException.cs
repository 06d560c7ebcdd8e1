using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;

/// <summary>The request did not bind or did not validate; carries the errors by field to the one place that words them.</summary>
internal sealed class ModelStateException(ModelStateDictionary modelState) : Exception("The request is not valid.")
{
    public ModelStateDictionary ModelState { get; } = modelState;
}
