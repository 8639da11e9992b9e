<?xml version="1.0" encoding="UTF-8"?>
<!-- Where in the edition each name stands and each turn runs: one walk through each block of text. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Characters of text kept on either side of a name: as many whole words as have room in them. -->
  <xsl:variable name="room-around" as="xs:integer" select="48"/>

  <!-- The talk is what runs: paragraphs and headings, not the form, the notes or the running heads. -->
  <xsl:variable name="running" as="element()*" select="$edition//text/body//(p | ab)[not(ancestor::fw | ancestor::note)]"/>

  <!-- Blocks that hold names outside the talk, each once. -->
  <xsl:variable name="aside" as="element()*">
    <xsl:for-each-group select="$edition//text//*[@ref][not(f:holder(.)/(self::p | self::ab)[not(ancestor::fw | ancestor::note)])]" group-by="f:identity(f:holder(.))">
      <xsl:sequence select="f:holder(.)"/>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- What is walked through for a name: a list inside a paragraph or a note is part of it. -->
  <xsl:function name="f:holder" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/ancestor::*[self::p or self::ab or self::note or self::fw][1], f:block($name))[1]"/>
  </xsl:function>

  <!-- Each name (named) and turn (turn); of those in the talk, from and to are thousandths of its length. -->
  <xsl:template name="passages" as="element()*">
    <xsl:variable name="runs" as="map(*)*">
      <xsl:iterate select="$running">
        <xsl:param name="before" as="xs:integer" select="0"/>
        <xsl:variable name="items" as="item()*"><xsl:apply-templates mode="run"/></xsl:variable>
        <xsl:variable name="text" as="xs:string" select="string-join($items[. instance of xs:string])"/>
        <xsl:sequence select="map { 'items': array { $items }, 'text': $text, 'before': $before }"/>
        <xsl:next-iteration><xsl:with-param name="before" select="$before + string-length($text)"/></xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:variable name="length" as="xs:integer" select="max(($runs[last()] ! (?before + string-length(?text)), 1))"/>
    <xsl:for-each select="$aside">
      <xsl:variable name="items" as="item()*"><xsl:apply-templates mode="run"/></xsl:variable>
      <xsl:sequence select="f:marked($items, string-join($items[. instance of xs:string]), 0, ())"/>
    </xsl:for-each>
    <xsl:sequence select="$runs ! f:marked(?items?*, ?text, ?before, $length)"/>
  </xsl:template>

  <!-- A block as it is read: strings, and where names and turns begin and end. -->
  <xsl:mode name="run" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="run" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="lb[not(@break = 'no')]" mode="run" as="xs:string"><xsl:sequence select="' '"/></xsl:template>
  <xsl:template match="*[@ref] | said" mode="run" as="item()*">
    <xsl:sequence select="."/><xsl:apply-templates mode="run"/><xsl:sequence select="true()"/>
  </xsl:template>
  <xsl:template match="rdg | choice/sic | orig | expan | pc[@force = 'weak']" mode="run" as="empty-sequence()"/>
  <!-- A block within the block has a walk of its own. -->
  <xsl:template match="fw | note | p | ab" mode="run" as="empty-sequence()"/>
  <xsl:template match="(item | cell | head | label | dateline | salute | signed | closer | opener | postscript)[not(ancestor::p | ancestor::ab | ancestor::note | ancestor::fw)]"
    mode="run" as="empty-sequence()"/>

  <xsl:function name="f:marked" as="element()*">
    <xsl:param name="items" as="item()*"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:integer"/>
    <xsl:param name="length" as="xs:integer?"/>
    <xsl:iterate select="$items">
      <xsl:param name="at" as="xs:integer" select="0"/>
      <xsl:param name="open" as="map(*)*"/>
      <xsl:choose>
        <xsl:when test=". instance of xs:string">
          <xsl:next-iteration><xsl:with-param name="at" select="$at + string-length(.)"/></xsl:next-iteration>
        </xsl:when>
        <xsl:when test=". instance of element()">
          <xsl:next-iteration><xsl:with-param name="open" select="map { 'node': ., 'from': $at }, $open"/></xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:mark($open[1]?node, $open[1]?from, $at, $text, $before, $length)"/>
          <xsl:next-iteration><xsl:with-param name="open" select="tail($open)"/></xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="f:mark" as="element()?">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:integer"/>
    <xsl:param name="length" as="xs:integer?"/>
    <xsl:variable name="place" as="attribute()*">
      <xsl:if test="exists($length)">
        <xsl:attribute name="from" select="1000 * ($before + $from) idiv $length"/>
        <xsl:attribute name="to" select="1000 * ($before + $to) idiv $length"/>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$node/self::said">
        <xsl:if test="$node/@who"><turn ref="{$node/@who}"><xsl:sequence select="$place"/></turn></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <named ref="{$node/@ref}" at="{f:address($node)}" place="{f:whereabouts($node)}" by="{($node/ancestor::said)[last()]/@who}"
          behind="{f:behind(substring($text, $to + 1, $room-around + 20))}">
          <xsl:attribute name="before" select="f:before(substring($text, max((1, $from - $room-around - 19)), min(($from, $room-around + 20))))"/>
          <xsl:sequence select="$place"/>
          <xsl:value-of select="normalize-space(substring($text, $from + 1, $to - $from))"/>
        </named>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The last whole words of a stretch, and the first ones; a space at the name stays. -->
  <xsl:function name="f:before" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="even" as="xs:string" select="replace($text, '\s+', ' ')"/>
    <xsl:sequence select="
      if (string-length($even) le $room-around) then replace($even, '^ ', '')
      else '… ' || replace(substring($even, string-length($even) - $room-around), '^\S* ', '')"/>
  </xsl:function>
  <xsl:function name="f:behind" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="even" as="xs:string" select="replace($text, '\s+', ' ')"/>
    <xsl:sequence select="
      if (string-length($even) le $room-around) then replace($even, ' $', '')
      else replace(substring($even, 1, $room-around), ' \S*$', '') || ' …'"/>
  </xsl:function>

  <!-- Where a link to the name arrives, from the edition's folder: its turn, note or paragraph; of the form, the head of the list. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="furniture" as="element()?" select="$node/ancestor::fw[last()]"/>
    <xsl:variable name="passage" as="element()?" select="($node/ancestor::*[self::said or self::note or self::p or self::ab][@xml:id])[last()]"/>
    <xsl:sequence select="
      if ($furniture) then 'diplomatic.html' || $furniture/@xml:id/('#' || .)
      else if ($passage) then 'index.html#' || $passage/@xml:id
      else if ($node/ancestor::list[@type = 'participants'][not(preceding-sibling::p)]) then 'index.html#participants'
      else 'index.html#content'"/>
  </xsl:function>
</xsl:stylesheet>
