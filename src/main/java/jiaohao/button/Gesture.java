package jiaohao.button;

/**
 * What a finger did.
 *
 * @param button index of the button in the device file, from 0
 * @param held the press lasted 1.5 s on a button that has a held meaning
 */
public record Gesture(int button, boolean held) {}
