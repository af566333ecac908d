namespace MusicFlow.Pictures;

/// <summary>The colours a picture is drawn in. Pictures have their own opaque background, so either theme can be read anywhere.</summary>
public enum Theme
{
    /// <summary>Light text on a dark ground; the default, as most chats are dark.</summary>
    Dark,

    /// <summary>Dark text on a light ground.</summary>
    Light,
}
