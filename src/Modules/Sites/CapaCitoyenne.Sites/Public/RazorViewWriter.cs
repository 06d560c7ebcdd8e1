using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Writes a Razor view to text outside of a request, so that it can be kept for all readers.</summary>
internal sealed class RazorViewWriter(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services) : ITransientDependency
{
    // Keeps what it has read of each model.
    private static readonly EmptyModelMetadataProvider Metadata = new();

    /// <param name="view">Name in <c>Pages/Public</c>.</param>
    /// <param name="path">Path of the page on the site: the menu marks it.</param>
    public async Task<string> WriteAsync(string view, object model, string path, IEnumerable<KeyValuePair<string, object?>> viewData)
    {
        var found = views.GetView(null, $"/Pages/Public/{view}.cshtml", isMainPage: true);
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Path = new PathString(path);
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(Metadata, new ModelStateDictionary()) { Model = model };
        foreach (var (name, value) in viewData) data[name] = value;
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var context = new ViewContext(action, found.EnsureSuccessful(null).View!, data, new TempDataDictionary(http, tempData), text, new HtmlHelperOptions());
        await context.View.RenderAsync(context);
        return text.ToString();
    }
}
