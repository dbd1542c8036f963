using System.Reflection;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Platform.Web;

/// <summary>As MVC's own, without asking the container for what initializes each tag of each page: nobody offers that, and an empty list is made to say so each time.</summary>
internal sealed class TagFactory(ITagHelperActivator activator) : ITagHelperFactory
{
    public TTagHelper CreateTagHelper<TTagHelper>(ViewContext context) where TTagHelper : ITagHelper
    {
        var tag = activator.Create<TTagHelper>(context);
        foreach (var give in Contexts<TTagHelper>.Setters) give(tag, context);
        return tag;
    }

    private static class Contexts<TTagHelper>
    {
        public static readonly Action<TTagHelper, ViewContext>[] Setters =
        [
            .. typeof(TTagHelper).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.IsDefined(typeof(ViewContextAttribute)) && property.SetMethod is not null)
                .Select(property => property.SetMethod!.CreateDelegate<Action<TTagHelper, ViewContext>>()),
        ];
    }
}
