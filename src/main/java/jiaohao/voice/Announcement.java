package jiaohao.voice;

import java.util.List;

/**
 * What is said in one piece: the same in each language of the hall, one after the other.
 *
 * @param utterances in the order they are said; at least one
 * @param chime whether two tones come first
 * @param urgent said at full volume at any hour
 */
public record Announcement(List<Utterance> utterances, boolean chime, boolean urgent) {
  public Announcement {
    utterances = List.copyOf(utterances);
  }
}
