package jiaohao.hall;

/**
 * Why a command was not carried out.
 *
 * @param code stable, for programs: "nobody-waiting"
 * @param reason for people, Chinese and English
 */
public record Refusal(String code, Text reason) {}
