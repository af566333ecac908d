namespace MusicFlow.Chat.Localisation;

/// <summary>What single commands say.</summary>
static partial class Texts
{
    // Buttons and shared words of the other commands.
    public static readonly TextKey ButtonPrediction = new("button.prediction");
    public static readonly TextKey ButtonSources = new("button.sources");
    public static readonly TextKey ButtonReset = new("button.reset");
    public static readonly TextKey ButtonTry = new("button.try");
    public static readonly TextKey ButtonPrivacy = new("button.privacy");
    public static readonly TextKey ButtonForget = new("button.forget");
    public static readonly TextKey ButtonForgetForSure = new("button.forget.sure");
    public static readonly TextKey ButtonAuto = new("button.auto");
    public static readonly TextKey ButtonPicturesOn = new("button.pictures.on");
    public static readonly TextKey ButtonPicturesOff = new("button.pictures.off");
    public static readonly TextKey WrongUsage = new("wrong_usage");
    public static readonly TextKey AdministratorsOnly = new("administrators_only");
    public static readonly TextKey SongOrLastOption = new("option.song_or_last");
    public static readonly TextKey Yes = new("yes");
    public static readonly TextKey No = new("no");
    public static readonly TextKey Major = new("major");
    public static readonly TextKey Minor = new("minor");
    public static readonly TextKey Beats = new("beats");
    public static readonly TextKey Decibels = new("decibels");

    // Why, and what is known.
    public static readonly TextKey WhySummary = new("why.summary");
    public static readonly TextKey TypicalSong = new("why.typical");
    public static readonly TextKey AboutStreams = new("why.about_streams");
    public static readonly TextKey NotCauses = new("why.not_causes");
    public static readonly TextKey ModelFooter = new("why.footer");
    public static readonly TextKey FeaturesSummary = new("features.summary");
    public static readonly TextKey FeaturesFooter = new("features.footer");
    public static readonly TextKey RawOption = new("option.raw");

    // Wrong song.
    public static readonly TextKey WrongSummary = new("wrong.summary");
    public static readonly TextKey WrongWhich = new("wrong.which");
    public static readonly TextKey WrongNothing = new("wrong.nothing");
    public static readonly TextKey WrongAdvice = new("wrong.advice");

    // The best of a chat.
    public static readonly TextKey TopSummary = new("top.summary");
    public static readonly TextKey TopOption = new("top.option");
    public static readonly TextKey TopTitle = new("top.title");
    public static readonly TextKey TopLine = new("top.line");
    public static readonly TextKey TopFooter = new("top.footer");
    public static readonly TextKey TopEmpty = new("top.empty");
    public static readonly TextKey TopResetAsk = new("top.reset.ask");
    public static readonly TextKey TopResetDone = new("top.reset.done");

    // Who speaks here.
    public static readonly TextKey StartSummary = new("start.summary");
    public static readonly TextKey StartTitle = new("start.title");
    public static readonly TextKey StartText = new("start.text");
    public static readonly TextKey StartHow = new("start.how");
    public static readonly TextKey AboutSummary = new("about.summary");
    public static readonly TextKey AboutTitle = new("about.title");
    public static readonly TextKey AboutText = new("about.text");
    public static readonly TextKey AboutModel = new("about.model");
    public static readonly TextKey AboutTrained = new("about.trained");
    public static readonly TextKey AboutTrainedValue = new("about.trained.value");
    public static readonly TextKey AboutListeners = new("about.listeners");
    public static readonly TextKey AboutListenersValue = new("about.listeners.value");
    public static readonly TextKey AboutSongs = new("about.songs");
    public static readonly TextKey AboutSongsValue = new("about.songs.value");
    public static readonly TextKey AboutHonesty = new("about.honesty");
    public static readonly TextKey AboutLicence = new("about.licence");
    public static readonly TextKey HealthSummary = new("health.summary");
    public static readonly TextKey HealthTitle = new("health.title");
    public static readonly TextKey HealthCatalogue = new("health.catalogue");
    public static readonly TextKey HealthCatalogueValue = new("health.catalogue.value");
    public static readonly TextKey HealthUptime = new("health.uptime");
    public static readonly TextKey HealthUptimeValue = new("health.uptime.value");
    public static readonly TextKey HealthVersion = new("health.version");

    // Settings and privacy.
    public static readonly TextKey SettingsSummary = new("settings.summary");
    public static readonly TextKey SettingOption = new("settings.option");
    public static readonly TextKey SettingValueOption = new("settings.option.value");
    public static readonly TextKey SettingsTitle = new("settings.title");
    public static readonly TextKey SettingsLanguage = new("settings.language");
    public static readonly TextKey SettingsAuto = new("settings.auto");
    public static readonly TextKey SettingsQuiet = new("settings.quiet");
    public static readonly TextKey SettingsQuietOn = new("settings.quiet.on");
    public static readonly TextKey SettingsQuietOff = new("settings.quiet.off");
    public static readonly TextKey PrivacySummary = new("privacy.summary");
    public static readonly TextKey PrivacyOption = new("privacy.option");
    public static readonly TextKey PrivacyTitle = new("privacy.title");
    public static readonly TextKey PrivacyIntro = new("privacy.intro");
    public static readonly TextKey PrivacyQuestion = new("privacy.question");
    public static readonly TextKey PrivacyPicks = new("privacy.picks");
    public static readonly TextKey PrivacyTop = new("privacy.top");
    public static readonly TextKey PrivacySettings = new("privacy.settings");
    public static readonly TextKey PrivacyNever = new("privacy.never");
    public static readonly TextKey PrivacyDelete = new("privacy.delete");
    public static readonly TextKey ForgetAsk = new("privacy.forget.ask");
    public static readonly TextKey Forgotten = new("privacy.forgotten");

    // Pictures and the texts that stand for them.
    public static readonly TextKey CardWhoseTypical = new("card.whose.typical");
    public static readonly TextKey CardWhoseYou = new("card.whose.you");
    public static readonly TextKey CardStreams = new("card.streams");
    public static readonly TextKey CardRange = new("card.range");
    public static readonly TextKey CardChance = new("card.chance");
    public static readonly TextKey CardAlt = new("card.alt");
    public static readonly TextKey RadarAlt = new("radar.alt");
    public static readonly TextKey WaterfallSong = new("waterfall.song");
    public static readonly TextKey WaterfallAlt = new("waterfall.alt");
    public static readonly TextKey Factor = new("waterfall.factor");
}
