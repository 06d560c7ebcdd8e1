using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;

/// <summary>Gives the standard validation attributes keys of our own texts in place of their English sentences.</summary>
internal sealed class ValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = attribute switch
                {
                    RequiredAttribute => "Validation:Required",
                    StringLengthAttribute { MinimumLength: 0 } or MaxLengthAttribute => "Validation:MaxLength",
                    StringLengthAttribute => "Validation:StringLength",
                    MinLengthAttribute => "Validation:MinLength",
                    RangeAttribute => "Validation:Range",
                    EmailAddressAttribute => "Validation:EmailAddress",
                    RegularExpressionAttribute => "Validation:RegularExpression",
                    _ => "Validation:Invalid",
                };
            }
        }
    }
}
