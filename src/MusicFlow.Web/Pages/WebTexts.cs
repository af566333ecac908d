using MusicFlow.Chat.Localisation;

namespace MusicFlow.Web.Pages;

/// <summary>The texts of the pages; their words stand with all others in the language files of the chat, under <c>web.</c></summary>
internal static class WebTexts
{
    public static readonly TextKey Tagline = new("web.tagline");
    public static readonly TextKey Intro = new("web.intro");
    public static readonly TextKey Skip = new("web.skip");
    public static readonly TextKey NavLabel = new("web.nav");
    public static readonly TextKey NavTry = new("web.nav.try");
    public static readonly TextKey NavTop = new("web.nav.top");
    public static readonly TextKey NavModel = new("web.nav.model");
    public static readonly TextKey NavAbout = new("web.nav.about");
    public static readonly TextKey NavApi = new("web.nav.api");
    public static readonly TextKey NavPrivacy = new("web.nav.privacy");
    public static readonly TextKey Conversation = new("web.conversation");
    public static readonly TextKey AskLabel = new("web.ask.label");
    public static readonly TextKey Ask = new("web.ask");
    public static readonly TextKey Thinking = new("web.thinking");
    public static readonly TextKey Offline = new("web.offline");
    public static readonly TextKey ForExample = new("web.examples");
    public static readonly TextKey AllCommands = new("web.commands");
    public static readonly TextKey TopTitle = new("web.top.title");
    public static readonly TextKey TopEmpty = new("web.top.empty");
    public static readonly TextKey TopCaption = new("web.top.caption");
    public static readonly TextKey AboutTitle = new("web.about.title");
    public static readonly TextKey AboutWhat = new("web.about.what");
    public static readonly TextKey AboutStream = new("web.about.stream");
    public static readonly TextKey AboutHonest = new("web.about.honest");
    public static readonly TextKey AboutMore = new("web.about.more");
    public static readonly TextKey PrivacyTitle = new("web.privacy.title");
    public static readonly TextKey PrivacyCookie = new("web.privacy.cookie");
    public static readonly TextKey PrivacyKept = new("web.privacy.kept");
    public static readonly TextKey PrivacyLog = new("web.privacy.log");
    public static readonly TextKey PrivacyOthers = new("web.privacy.others");
    public static readonly TextKey ModelTitle = new("web.model.title");
    public static readonly TextKey ModelMissing = new("web.model.missing");
    public static readonly TextKey ApiTitle = new("web.api.title");
    public static readonly TextKey ApiIntro = new("web.api.intro");
    public static readonly TextKey ApiErrors = new("web.api.errors");
    public static readonly TextKey ApiDocument = new("web.api.document");
    public static readonly TextKey SongLabel = new("web.form.song");
    public static readonly TextKey ArtistLabel = new("web.form.artist");
    public static readonly TextKey SongWrong = new("web.form.song.wrong");
    public static readonly TextKey ArtistWrong = new("web.form.artist.wrong");
    public static readonly TextKey SongUnknown = new("web.form.unknown");
    public static readonly TextKey Streams = new("web.form.streams");
    public static readonly TextKey Album = new("web.form.album");
    public static readonly TextKey Again = new("web.form.again");
    public static readonly TextKey NotFound = new("web.error.notfound");
    public static readonly TextKey FormExpired = new("web.error.form");
    public static readonly TextKey TooMany = new("web.error.toomany");
    public static readonly TextKey Broken = new("web.error.broken");
    public static readonly TextKey Refused = new("web.error.refused");
    public static readonly TextKey Reference = new("web.error.reference");
}
