<?xml version="1.0" encoding="UTF-8"?>
<!-- Who can be followed through the talk: each speaker has an address on the page of the reading text. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- As many as the style sheet has rules for (see followed-rules.ts). -->
  <xsl:variable name="last-followed" as="xs:integer" select="40"/>

  <!-- Pointers to those who speak, in the order in which they first do; empty where there is nobody to tell them from. -->
  <xsl:variable name="followed" as="xs:string*" select="
    let $all := distinct-values($edition//text//said[@who][not(ancestor::said)]/tokenize(@who))
    return if (count($all) gt 1) then subsequence($all, 1, $last-followed) else ()"/>

  <!-- 'speaker.rusk' for '#person.rusk'; nothing for who cannot be followed. -->
  <xsl:function name="f:speaker-anchor" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="if ($pointer = $followed) then 'speaker.' || replace($pointer, '^#(person\.)?', '') else ()"/>
  </xsl:function>

  <!-- 'by-1 by-3': a turn of several belongs to each of them. -->
  <xsl:function name="f:by" as="xs:string">
    <xsl:param name="who" as="xs:string?"/>
    <xsl:sequence select="string-join(tokenize($who) ! index-of($followed, .) ! (' by-' || .))"/>
  </xsl:function>

  <!-- Surnames of more than one of them. -->
  <xsl:variable name="shared-surnames" as="xs:string*" select="
    let $all := $followed ! f:surname(f:entry(.)) return distinct-values($all[count(index-of($all, .)) gt 1])"/>

  <!-- Speakers as they are told from one another: by surname, or in full where another has the same. -->
  <xsl:function name="f:called" as="xs:string">
    <xsl:param name="who" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="tokenize($who) ! (if (f:speaker(.) = $shared-surnames) then f:preferred(f:entry(.)) else f:speaker(.))"/>
    <xsl:sequence select="f:list($names)"/>
  </xsl:function>
</xsl:stylesheet>
