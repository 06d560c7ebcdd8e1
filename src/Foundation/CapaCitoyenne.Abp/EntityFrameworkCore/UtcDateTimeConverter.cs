using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CapaCitoyenne.Abp.EntityFrameworkCore;

/// <summary>All times are UTC in the store: local ones are converted, unspecified ones are taken as UTC.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
