<?xml version="1.0" encoding="UTF-8"?>
<!-- On which page a node stands, and which number a paragraph has. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode use-accumulators="page"/>

  <!-- Counted, not read from pb/@n: a sheet is a sheet also where its number is misread. -->
  <xsl:accumulator name="page" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="pb" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:page" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/accumulator-before('page')"/>
  </xsl:function>

  <!-- Does any part of the node stand on page $page? -->
  <xsl:function name="f:on-page" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:sequence select="$node/accumulator-before('page') le $page and $node/accumulator-after('page') ge $page"/>
  </xsl:function>

  <!-- The pages on which the words of an element begin and end: what a page break stands before or behind is not on both. -->
  <xsl:function name="f:first-page" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(f:running-on($element)[1], $element)[1]/accumulator-before('page')"/>
  </xsl:function>
  <xsl:function name="f:last-page" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="node()*" select="f:running-on($element)"/>
    <xsl:sequence select="if (exists($words)) then $words[last()]/accumulator-before('page') else $element/accumulator-after('page')"/>
  </xsl:function>
  <!-- The words that are read, and signs between them; only in what runs over a page break. -->
  <xsl:function name="f:running-on" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/accumulator-before('page') = $element/accumulator-after('page')) then ()
      else $element//node()[self::text()[normalize-space()] or self::note or self::gap]
        [empty((ancestor::fw | ancestor::note | ancestor::rdg | ancestor::sic[parent::choice] | ancestor::orig | ancestor::expan)[ancestor::* intersect $element])]"/>
  </xsl:function>

  <xsl:key name="paragraph" match="body//p | body//ab" use="'all'"/>
  <xsl:variable name="paragraph-numbers" as="map(xs:string, xs:integer)" select="
    map:merge(for $all in [key('paragraph', 'all', $edition)], $n in 1 to count($all?1) return map:entry(f:identity($all?1[$n]), $n))"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- The number in the paragraph's id, which is what people cite; else its place. -->
  <xsl:function name="f:paragraph-number" as="xs:string">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="string($paragraph/@xml:id)"/>
    <xsl:sequence select="
      if (matches($id, '^par\.[\d.]+$')) then substring-after($id, 'par.') else string($paragraph-numbers(f:identity($paragraph)))"/>
  </xsl:function>
</xsl:stylesheet>
