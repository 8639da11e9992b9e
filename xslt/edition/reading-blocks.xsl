<?xml version="1.0" encoding="UTF-8"?>
<!-- What the reading text is made of: the form, the talk, its notes, its speakers. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The form ends and the talk begins with the first paragraph or heading. -->
  <xsl:variable name="blocks" as="node()*" select="$edition//text/body/(child::div/node() | *[not(self::div)])"/>
  <xsl:variable name="opening" as="element()?" select="$blocks[self::p or self::ab[not(@type = ('dateline', 'title', 'salute'))] or self::div][1]"/>
  <!-- By number: to ask which of two siblings stands first costs the processor a walk along all between them. -->
  <xsl:variable name="opens" as="xs:integer?" select="(for $n in 1 to count($blocks) return $n[$blocks[$n] is $opening])[1]"/>
  <xsl:variable name="front" as="element()*" select="if ($opening) then subsequence($blocks, 1, $opens - 1)[self::*] else $blocks[self::*]"/>
  <xsl:variable name="talk" as="node()*" select="if ($opening) then subsequence($blocks, $opens) else $blocks[not(self::*)]"/>

  <!-- What gets a note in the margin of the talk, in order; each has a slot that ties the note to its height (see edition.css). -->
  <xsl:variable name="margin" as="element()*" select="
    $talk/descendant-or-self::*[self::app[not(@prev)] or self::choice[sic or orig][not(@prev)] or self::note
      or ((self::p or self::ab or self::said) and key('about', '#' || @xml:id, $edition))]
      [not(ancestor::fw | ancestor::note[not(@type = 'annotation')])]"/>
  <xsl:variable name="slots" as="map(xs:string, xs:integer)" select="
    map:merge(for $n in 1 to count($margin) return map:entry(f:identity($margin[$n]), $n))"/>

  <!-- Speakers in the order in which they first speak; more than six share the six colours, never the name. -->
  <xsl:variable name="speakers" as="xs:string*" select="distinct-values($edition//text//said[@who][not(ancestor::said)]/@who ! string(.))"/>
  <xsl:function name="f:speaker-class" as="xs:string">
    <xsl:param name="who" as="xs:string?"/>
    <xsl:variable name="index" as="xs:integer?" select="index-of($speakers, string($who))"/>
    <xsl:sequence select="if (exists($index)) then 'speaker-' || (($index - 1) mod 6) + 1 else 'speaker-none'"/>
  </xsl:function>
</xsl:stylesheet>
