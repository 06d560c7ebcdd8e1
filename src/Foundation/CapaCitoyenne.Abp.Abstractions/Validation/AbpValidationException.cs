using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Abp.Validation;

/// <summary>The input does not fit its shape: HTTP 400 with the errors by field.</summary>
public class AbpValidationException(IList<ValidationResult> validationErrors) : Exception("The input is not valid.")
{
    public IList<ValidationResult> ValidationErrors { get; } = validationErrors;

    public AbpValidationException(string memberName, string message) : this([new ValidationResult(message, [memberName])]) { }
}
