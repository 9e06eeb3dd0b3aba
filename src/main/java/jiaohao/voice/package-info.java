/**
 * What the hall hears. {@link jiaohao.voice.Wording} composes an announcement as {@link
 * jiaohao.voice.Utterance}s, one per language; a {@link jiaohao.voice.Speaker} says them one after
 * the other.
 */
package jiaohao.voice;
