namespace MusicFlow.Core.Histories.Exports;

/// <summary>A file cannot be taken; the message is the sentence for the listener. Never leaves the reader.</summary>
internal sealed class ExportRefusedException(string sentence) : Exception(sentence);
