using System.Diagnostics;
using MusicFlow.Chat;
using MusicFlow.Web.Markup;

namespace MusicFlow.Web.TryIt;

/// <summary>Draws a <see cref="Reply"/> as HTML. Pure: same reply, same markup.</summary>
/// <remarks>Buttons belong to the one form <see cref="PressForm"/> that every page with replies has, so a reply carries no token and can be kept.</remarks>
internal static class WebRenderer
{
    /// <summary>Id of the form that sends pressed buttons.</summary>
    public const string PressForm = "press";

    /// <summary>The card of a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="turn">The turn that it answers, sent along when one of its buttons is pressed; <see langword="null"/> outside a conversation.</param>
    public static Html Render(Reply reply, long? turn) => Html.Of(
        $"""<article class="card {Tone(reply.Kind)}">{Runs(reply.Blocks).Select(Run)}{Html.If(reply.Buttons.Count > 0, Html.Of($"""<p class="buttons">{reply.Buttons.Select(button => Button(button, turn))}</p>"""))}</article>""");

    /// <summary>A button that speaks for itself.</summary>
    public static Html Button(Button button, long? turn) => Html.Of(
        $"""<button type="submit" form="{PressForm}" name="press" value="{turn ?? 0} {button.Command}">{button.Label}</button>""");

    static string Tone(ReplyKind kind) => kind switch
    {
        ReplyKind.Answered or ReplyKind.Ambiguous => "answer",
        ReplyKind.Broken => "broken",
        _ => "notice",
    };

    /// <summary>Neighbours of one kind that make one list.</summary>
    static IEnumerable<List<Block>> Runs(IReadOnlyList<Block> blocks)
    {
        List<Block> run = [];
        foreach (var block in blocks)
        {
            var belongs = run.Count > 0 && run[0].GetType() == block.GetType() && block is Block.Field or Block.Meter && run[0].GetType() == block.GetType();
            if (!belongs && run.Count > 0)
            {
                yield return run;
                run = [];
            }
            run.Add(block);
        }
        if (run.Count > 0) yield return run;
    }

    static Html Run(List<Block> run) => run[0] switch
    {
        Block.Field => Html.Of($"""<dl class="fields">{run.Cast<Block.Field>().Select(Field)}</dl>"""),
        Block.Meter => Html.Of($"""<dl class="meters">{run.Cast<Block.Meter>().Select(Meter)}</dl>"""),
        var block => One(block),
    };

    static Html One(Block block) => block switch
    {
        Block.Title { Url: { } url } title => Html.Of($"""<h2><a href="{url.AbsoluteUri}" rel="noopener noreferrer">{title.Value}</a></h2>"""),
        Block.Title title => Html.Of($"<h2>{title.Value}</h2>"),
        Block.Text text => Html.Of($"<p>{text.Value}</p>"),
        Block.Footer footer => Html.Of($"""<p class="small">{footer.Value}</p>"""),
        Block.Lines { IsNumbered: true } lines => Html.Of($"<ol>{lines.Items.Select(Item)}</ol>"),
        Block.Lines lines => Html.Of($"<ul>{lines.Items.Select(Item)}</ul>"),
        Block.Picture picture => Html.Of($"""<img src="{PictureShelf.AddressOf(picture)}" width="{picture.Width}" height="{picture.Height}" alt="{picture.AltText}">"""),
        _ => throw new UnreachableException(),
    };

    static Html Item(string item) => Html.Of($"<li>{item}</li>");

    static Html Field(Block.Field field) => Html.Of($"<div><dt>{field.Name}</dt><dd>{field.Value}</dd></div>");

    /// <summary>The bar is for the eye; the value beside it says the same in words.</summary>
    static Html Meter(Block.Meter meter) => Html.Of(
        $"""<div><dt>{meter.Name}</dt><dd><meter min="0" max="1" value="{Math.Round(Math.Clamp(meter.Share, 0, 1), 3)}" aria-hidden="true"></meter> {meter.Value}</dd></div>""");
}
