/**
 * What the hall hears. {@link jiaohao.voice.Wording} puts what happened into {@link
 * jiaohao.voice.Utterance}s, one per language; a {@link jiaohao.voice.Speaker} says them, as one
 * {@link jiaohao.voice.Announcement}: mixed from the clips of a {@link jiaohao.voice.ClipBank} by
 * the {@link jiaohao.voice.Mixer}, and played through a {@link jiaohao.voice.SoundOutput}. {@link
 * jiaohao.voice.BankMaker} fills the folder of a bank.
 */
package jiaohao.voice;
