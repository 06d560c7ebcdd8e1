namespace CapaCitoyenne.Abp;

/// <summary>Argument checks in ABP's words. They throw <see cref="ArgumentException"/>: for defects, not for user input.</summary>
public static class Check
{
    public static string NotNullOrWhiteSpace(string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{parameterName} can not be null, empty or white space!", parameterName);
        }

        return Length(value, parameterName, maxLength, minLength)!;
    }

    public static string? Length(string? value, string parameterName, int maxLength, int minLength = 0)
    {
        if (value is not null && (value.Length > maxLength || value.Length < minLength))
        {
            throw new ArgumentException($"{parameterName} must have {minLength} to {maxLength} characters!", parameterName);
        }

        return value;
    }
}
