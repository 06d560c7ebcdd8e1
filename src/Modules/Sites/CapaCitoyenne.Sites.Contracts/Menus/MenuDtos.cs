using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Menus;

public static class MenuConsts
{
    /// <summary>Entries of both levels together.</summary>
    public const int MaxItems = 60;
    public const int MaxTitleLength = 60;
    public const int MaxTargetLength = 500;

    /// <summary>The list of news, shown once there are some.</summary>
    public const string News = "site:news";

    /// <summary>The agenda, shown once an event is online.</summary>
    public const string Agenda = "site:agenda";
}

public class MenuDto
{
    public IReadOnlyList<MenuItemDto> Items { get; set; } = [];
    public string ConcurrencyStamp { get; set; } = "";
}

/// <summary>An entry as it is kept, with what visitors see of it.</summary>
/// <param name="Target">See <see cref="MenuItemInput.Target"/>.</param>
/// <param name="Title">Its own title; null when it has its page's.</param>
/// <param name="Label">What visitors read.</param>
/// <param name="IsOnline">Whether visitors see it: what it leads to is online.</param>
public record MenuItemDto(string? Target, string? Title, string Label, bool IsOnline, IReadOnlyList<MenuItemDto> Children);

public class UpdateMenuInput
{
    [Required, MaxLength(MenuConsts.MaxItems)]
    public IReadOnlyList<MenuItemInput> Items { get; set; } = [];

    /// <summary>Of the menu that was read.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";
}

public class MenuItemInput
{
    /// <summary><c>page:…</c>, <c>post:…</c>, <see cref="MenuConsts.News"/>, a path of the site or a web address; null is a heading over its children.</summary>
    [StringLength(MenuConsts.MaxTargetLength)]
    public string? Target { get; set; }

    /// <summary>Needed for headings, paths and web addresses.</summary>
    [StringLength(MenuConsts.MaxTitleLength)]
    public string? Title { get; set; }

    [MaxLength(MenuConsts.MaxItems)]
    public IReadOnlyList<MenuItemInput> Children { get; set; } = [];
}
